using Technopark.ServiceKit.PersonalData;

namespace Technopark.ServiceKit.People;

/// <summary>The name of an erased person is not remembered either; a copy of it is not this centre's to give.</summary>
internal sealed class ForgottenNames(PeopleNames names) : IPersonalRecords
{
    public string Kind => "names";

    public Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<object>>([]);

    public Task EraseAsync(Guid person, CancellationToken ct)
    {
        names.Forget(person);
        return Task.CompletedTask;
    }
}
