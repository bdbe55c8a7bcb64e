namespace Technopark.AppHost;

internal static class Secrets
{
    /// <summary>
    /// A secret of the state directory as a parameter of Aspire, which keeps its value out of the dashboard and of
    /// the manifest. Aspire's own store of generated values is the user's, and two parks of one user would share it.
    /// </summary>
    public static IResourceBuilder<ParameterResource> AddSecret(
        this IDistributedApplicationBuilder builder, StateDirectory state, string name)
    {
        var parameter = $"{name}-secret";
        return builder.TryCreateResourceBuilder<ParameterResource>(parameter, out var known)
            ? known
            : builder.AddParameter(parameter, () => state.Secret(name), secret: true);
    }

    public static IResourceBuilder<ProjectResource> WithSecret(
        this IResourceBuilder<ProjectResource> project, string setting, StateDirectory state, string name) =>
        project.WithEnvironment(setting, project.ApplicationBuilder.AddSecret(state, name));
}
