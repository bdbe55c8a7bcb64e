using System.Text.Json;
using Technopark.Client.Identity;
using Technopark.Portal.Shell;

namespace Technopark.Portal.Parts.Drafts;

/// <summary>
/// Keeps what the visitor has typed and not sent, with the person in identity. A form is worth showing without it.
/// </summary>
internal sealed class DraftStore(IdentityClient identity, Visitor visitor, IHttpContextAccessor http)
{
    private const int LongestName = 200;
    private const int AtMost = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<KeptDraft?> FindAsync()
    {
        var name = Name;
        return visitor.IsSignedIn && await AskAsync(ct => identity.GetKeptAsync(KeptKind.Draft, name, ct)) is
        { Result: { } kept } && Draft.From(kept.Value) is { } draft ? new(name, draft, kept.ChangedAt) : null;
    }

    /// <returns>When it was kept.</returns>
    /// <exception cref="ApiProblemException">It is too long, or there are too many.</exception>
    public async Task<DateTimeOffset> KeepAsync(Draft draft)
    {
        var value = JsonSerializer.SerializeToElement(draft, ContractJson.Options);
        return (await identity.PutKeptAsync(
            KeptKind.Draft, Name, new() { Value = value }, http.HttpContext!.RequestAborted)).Result.ChangedAt;
    }

    /// <summary>One that is not there any more is as good as dropped.</summary>
    public Task DropAsync(string? name = null) =>
        AskAsync(ct => identity.RemoveKeptAsync(KeptKind.Draft, name ?? Name, ct));

    /// <summary>What was begun, the latest first.</summary>
    public async Task<IReadOnlyList<KeptDraft>> ListAsync()
    {
        if (!visitor.IsSignedIn
            || await AskAsync(ct => identity.ListKeptAsync(KeptKind.Draft, limit: 200, ct: ct)) is not { } listed)
        {
            return [];
        }

        var latest = listed.Result.Items.OrderByDescending(kept => kept.ChangedAt).Take(AtMost);
        var all = await Task.WhenAll(latest.Select(OpenAsync));
        return [.. all.OfType<KeptDraft>()];
    }

    /// <summary>Lists leave long values out.</summary>
    private async Task<KeptDraft?> OpenAsync(KeptSummary kept)
    {
        var value = kept.Value
            ?? (await AskAsync(ct => identity.GetKeptAsync(KeptKind.Draft, kept.Name, ct)))?.Result.Value;
        return Draft.From(value) is { } draft ? new(kept.Name, draft, kept.ChangedAt) : null;
    }

    /// <summary>The page's address, in signs that a name may have.</summary>
    private string Name
    {
        get
        {
            var request = http.HttpContext!.Request;
            var about = request.Query.Where(one => one.Key is not ("culture" or "done"))
                .Select(one => $".{one.Key}.{one.Value}");
            var name = string.Concat($"{request.Path.Value!.Trim('/')}{string.Concat(about)}"
                .Select(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-' ? sign : '.'));
            return name.Length > LongestName ? name[^LongestName..] : name;
        }
    }

    private Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> ask)
        where T : class => Away.OrNothingAsync(ask, Patience, http.HttpContext!.RequestAborted);
}
