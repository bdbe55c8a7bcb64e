using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace Aspire.Hosting.Dashboard;

/// <summary>How a resource is shown in the dashboard.</summary>
internal static class ResourceRow
{
    public static Resource Of(ResourceEvent change)
    {
        var now = change.Snapshot;
        var row = new Resource
        {
            Name = change.ResourceId,
            Uid = change.ResourceId,
            DisplayName = change.Resource.Name,
            ResourceType = now.ResourceType,
            State = now.State?.Text ?? "",
            StateStyle = now.State?.Style ?? "",
            CreatedAt = TimeOf(now.CreationTimeStamp),
            StartedAt = TimeOf(now.StartTimeStamp),
            StoppedAt = TimeOf(now.StopTimeStamp),
            SupportsDetailedTelemetry = change.Resource is ProjectResource,
        };
        row.Environment.Add(now.EnvironmentVariables.Select(variable =>
            new EnvironmentVariable { Name = variable.Name, Value = variable.Value ?? "", IsFromSpec = variable.IsFromSpec }));
        row.Urls.Add(now.Urls.Select((url, index) => UrlOf(url, index, now)));
        row.HealthReports.Add(now.HealthReports.Select(ReportOf));
        row.Properties.Add(now.Properties.Select(property => PropertyOf(property.Name, property.Value)));
        row.Properties.Add(Facts(change.Resource).Select(fact => PropertyOf(fact.Name, fact.Value)));
        row.Relationships.Add(RelationshipsOf(change.Resource));
        row.Commands.Add(CommandButtons.Of(change));
        return row;
    }

    private static IEnumerable<(string Name, object Value)> Facts(IResource resource)
    {
        if (resource is ExecutableResource executable)
        {
            yield return ("executable.path", executable.Command);
            yield return ("executable.workDir", executable.WorkingDirectory);
        }

        if (resource.Annotations.OfType<ParentAnnotation>().FirstOrDefault() is { } parent)
        {
            yield return ("resource.parentName", parent.Parent.Name);
        }
    }

    private static Url UrlOf(UrlSnapshot url, int index, CustomResourceSnapshot now) => new()
    {
        EndpointName = url.Name ?? "",
        FullUrl = url.Url,
        IsInternal = url.IsInternal,
        IsInactive = now.State?.Text != KnownResourceStates.Running,
        DisplayProperties = new UrlDisplayProperties { SortOrder = -index },
    };

    private static HealthReport ReportOf(HealthReportSnapshot report)
    {
        var shown = new HealthReport { Key = report.Name, Description = report.Description ?? "", LastRunAt = TimeOf(report.LastRunAt) };
        if (report.Status is { } status)
        {
            shown.Status = System.Enum.Parse<HealthStatus>(status.ToString());
        }

        return shown;
    }

    private static ResourceProperty PropertyOf(string name, object? value) => new()
    {
        Name = name,
        Value = value is int number ? Value.ForNumber(number) : Value.ForString(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };

    private static IEnumerable<ResourceRelationship> RelationshipsOf(IResource resource) => resource.Annotations
        .Select(annotation => annotation switch
        {
            ReferenceAnnotation reference => new ResourceRelationship { ResourceName = reference.Source.Name, Type = "Reference" },
            WaitAnnotation wait => new ResourceRelationship { ResourceName = wait.Dependency.Name, Type = "WaitFor" },
            ParentAnnotation parent => new ResourceRelationship { ResourceName = parent.Parent.Name, Type = "Parent" },
            _ => null,
        })
        .OfType<ResourceRelationship>();

    private static Timestamp? TimeOf(DateTime? utc) =>
        utc is { } time ? Timestamp.FromDateTime(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : null;
}
