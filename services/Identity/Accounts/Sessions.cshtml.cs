namespace Technopark.Identity.Accounts;

/// <summary>Where the person is signed in.</summary>
internal sealed class SessionsModel(Sessions sessions, IStringLocalizer<Text> text) : PageModel
{
    public IReadOnlyList<Session> All { get; private set; } = [];

    public Guid Current => Sessions.CurrentOf(User);

    public string DeviceOf(Session session) => Devices.Name(session.Device) ?? text["Sessions.Unknown"];

    public async Task OnGetAsync(CancellationToken ct) => All =
        await sessions.Of(User).AsNoTracking().OrderByDescending(session => session.StartedAt).ToListAsync(ct);

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        await sessions.EndAsync(User, id, ct);
        this.Note("Sessions.Ended");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await sessions.EndOthersAsync(User, ct);
        this.Note("Sessions.OthersEnded");
        return RedirectToPage();
    }
}
