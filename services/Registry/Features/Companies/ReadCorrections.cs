namespace Technopark.Registry.Features.Companies;

internal static class ReadCorrections
{
    /// <summary>A correction of a company's record.</summary>
    /// <param name="CorrectedBy">The person, by an opaque id.</param>
    /// <param name="CorrectedByName">Null where nobody tells it: they were erased, or identity is away.</param>
    internal sealed record CorrectionView(
        Guid Id, DateTimeOffset CorrectedAt, Guid CorrectedBy, string? CorrectedByName, string? Reason,
        IReadOnlyList<CorrectionView.FieldView> Fields)
    {
        /// <param name="Field">As requests call it.</param>
        /// <param name="Before">Null where nothing stood there.</param>
        /// <param name="After">Null where nothing stands there since.</param>
        internal sealed record FieldView(string Field, string? Before, string? After);

        public static CorrectionView Of(Correction correction, string? by) => new(
            correction.Id, correction.CorrectedAt, correction.CorrectedBy, by, correction.Reason,
            correction.Fields.ConvertAll(field => new FieldView(field.Field, field.Before, field.After)));
    }

    public static void Map(RouteGroupBuilder companies) => companies.MapGet("/{id:guid}/corrections", HandleAsync)
        .WithName("ListCorrections").WithSummary("What was put right in a company's record, latest first");

    private static async Task<Page<CorrectionView>> HandleAsync(
        Guid id, [AsParameters] Paging paging, RegistryDb db, NameLookup names, CancellationToken ct)
    {
        await db.ReadOr404Async<Company>(id, ct);
        var page = await db.Corrections.AsNoTracking().Where(correction => correction.CompanyId == id)
            .PageAsync(
                paging, new { id }, correction => correction.CorrectedAt, correction => correction.Id,
                descending: true, correction => correction, ct);
        var known = await names.FindAsync([.. page.Items.Select(correction => correction.CorrectedBy)], ct);
        return new Page<CorrectionView>(
            [.. page.Items.Select(one => CorrectionView.Of(one, known.GetValueOrDefault(one.CorrectedBy)))], page.Next);
    }
}
