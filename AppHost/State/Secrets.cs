namespace Technopark.AppHost;

internal static class Secrets
{
    /// <summary>
    /// A secret as a parameter of Aspire, which keeps it out of dashboard and manifest. Aspire's own store of generated
    /// values belongs to the user: two parks would share it.
    /// </summary>
    public static IResourceBuilder<ParameterResource> AddSecret(
        this IDistributedApplicationBuilder builder, StateDirectory state, string name)
    {
        var parameter = $"{name}-secret";
        return builder.TryCreateResourceBuilder<ParameterResource>(parameter, out var known)
            ? known : builder.AddParameter(parameter, () => state.Secret(name), secret: true);
    }

    public static IResourceBuilder<ProjectResource> WithSecret(
        this IResourceBuilder<ProjectResource> project, string setting, StateDirectory state, string name) =>
        project.WithEnvironment(setting, project.ApplicationBuilder.AddSecret(state, name));
}
