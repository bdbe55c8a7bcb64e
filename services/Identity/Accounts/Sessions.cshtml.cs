namespace Technopark.Identity.Accounts;

/// <summary>Where the person is signed in.</summary>
internal sealed class SessionsModel(OwnSessions own, IStringLocalizer<Text> text) : PageModel
{
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public Guid Current => OwnSessions.CurrentOf(User);

    public string DeviceOf(Session session) => Devices.Name(session.Device) ?? text["Sessions.Unknown"];

    public async Task OnGetAsync(CancellationToken ct) => Sessions = await own.ListAsync(User, ct);

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        await own.EndAsync(User, id, ct);
        this.Note("Sessions.Ended");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await own.EndOthersAsync(User, ct);
        this.Note("Sessions.OthersEnded");
        return RedirectToPage();
    }
}
