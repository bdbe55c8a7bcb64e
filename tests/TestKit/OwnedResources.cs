namespace Technopark.TestKit;

/// <summary>One thing of every kind that a service has, all of one person: what an operation is tried on.</summary>
/// <param name="owner">Whose they are, in every role in which one can have them.</param>
public sealed class OwnedResources(Guid owner)
{
    private readonly Dictionary<string, Guid> _things = [];
    private readonly HashSet<string> _owned = [], _unlisted = [];
    private readonly Dictionary<string, object> _known = [];

    public Guid Owner => owner;

    /// <summary>Values of properties in bodies, the ids of things among them: <c>companyId</c>.</summary>
    public IReadOnlyDictionary<string, object> Known => _known;

    /// <summary>Every thing, by what paths call its kind.</summary>
    public IReadOnlyDictionary<string, Guid> All => _things;

    /// <summary>A thing that others must not know of.</summary>
    /// <param name="collection">As paths call it: <c>companies</c>.</param>
    /// <param name="property">As bodies call it; null where none does.</param>
    public OwnedResources Own(string collection, Guid id, string? property = null)
    {
        _owned.Add(collection);
        if (property is not null)
        {
            _owned.Add(property);
        }

        return Share(collection, id, property);
    }

    /// <summary>A thing that everybody who gets in may know of.</summary>
    /// <inheritdoc cref="Own"/>
    public OwnedResources Share(string collection, Guid id, string? property = null)
    {
        _things[collection] = id;
        return property is null ? this : Know(property, id);
    }

    /// <summary>A value that a body needs and that its schema does not tell.</summary>
    public OwnedResources Know(string property, object value)
    {
        _known[property] = value;
        return this;
    }

    /// <summary>Lists leave this thing out, for everybody.</summary>
    public OwnedResources Unlist(string collection)
    {
        _unlisted.Add(collection);
        return this;
    }

    /// <exception cref="InvalidOperationException">The test makes no such thing yet: it must, or the operation is not
    /// tried.</exception>
    public Guid ThingOf(Operation operation) => operation.Collection is not { } collection
        ? Guid.Empty
        : _things.TryGetValue(collection, out var id)
            ? id
            : throw new InvalidOperationException(
                $"{operation}: nothing belongs to anybody in '{collection}'. Make one in this test's resources.");

    /// <summary>The thing that a list should show its owner; null where the list shows something else.</summary>
    /// <remarks>What is among tasks, TaskTests hold: it depends on whose turn it is.</remarks>
    /// <exception cref="InvalidOperationException">The test makes nothing that the list could show.</exception>
    public Guid? ListedBy(Operation operation) => operation.Last == "tasks" ? null
        : _things.TryGetValue(operation.Last, out var id) ? _unlisted.Contains(operation.Last) ? null : id
        : operation.Collection is null
            ? throw new InvalidOperationException(
                $"{operation}: nothing belongs to anybody in '{operation.Last}'. Make one in this test's resources.")
            : null;

    /// <summary>True where the operation is about something that is the owner's alone.</summary>
    public bool Has(Operation operation) => Names(operation) || _owned.Contains(operation.Collection ?? "");

    /// <summary>True where the body names something that is the owner's alone.</summary>
    public bool Names(Operation operation) =>
        operation.Body is { } schema && new BodySample(operation.Schemas, _known).Of(schema).Any(
            property => _owned.Contains(property.Key));

    /// <summary>A request about the thing that keeps every rule but the state that it names.</summary>
    /// <param name="bodyOf">Whose things the body names.</param>
    public HttpRequestMessage Request(Operation operation, OwnedResources bodyOf)
    {
        var request = new HttpRequestMessage(operation.Method, operation.PathTo(ThingOf(operation)));
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.CreateVersion7().ToString());
        if (operation.Method != HttpMethod.Get)
        {
            var body = operation.Body is { } schema ? new BodySample(operation.Schemas, bodyOf.Known).Of(schema) : [];
            request.Content = new StringContent(body.ToJsonString(), null, "application/json");
        }

        return request;
    }
}
