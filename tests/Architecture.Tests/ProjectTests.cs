namespace Technopark.Architecture.Tests;

public sealed class ProjectTests
{
    [Theory]
    [InlineData("services/Incubation/Technopark.Incubation.csproj", "../Registry/Technopark.Registry.csproj")]
    [InlineData("services/Registry/Technopark.Registry.csproj", "../../gateway/Technopark.Gateway.csproj")]
    [InlineData("services/ServiceKit/Technopark.ServiceKit.csproj", "../Registry/Technopark.Registry.csproj")]
    [InlineData("services/Contracts/Technopark.Contracts.csproj", "../ServiceKit/Technopark.ServiceKit.csproj")]
    [InlineData("services/Client/Technopark.Client.csproj", "../ServiceKit/Technopark.ServiceKit.csproj")]
    [InlineData("services/Incubation/Technopark.Incubation.csproj", "../Client/Technopark.Client.csproj")]
    [InlineData(
        "ServiceDefaults/Technopark.ServiceDefaults.csproj", "../services/Contracts/Technopark.Contracts.csproj")]
    public void A_reference_against_the_direction_is_found(string path, string reference) =>
        Assert.Single(
            ProjectRules.ForbiddenReferences(Project.Of(path, $"<ProjectReference Include='{reference}' />")));

    [Theory]
    [InlineData("<Protobuf Include='../Registry/protos/companies.proto' />")]
    [InlineData("<Compile Include='..\\Registry\\Domain\\Company.cs' Link='Company.cs' />")]
    public void A_file_of_another_service_is_found(string item) =>
        Assert.Single(
            ProjectRules.FilesOfOtherServices(Project.Of("services/Incubation/Technopark.Incubation.csproj", item)));

    [Theory]
    [InlineData("services/Contracts/Technopark.Contracts.csproj", "System.Text.Json")]
    [InlineData("services/Registry/Technopark.Registry.csproj", "Aspire.Npgsql")]
    public void A_package_that_does_not_belong_is_found(string path, string package) =>
        Assert.Single(ProjectRules.ForbiddenPackages(Project.Of(path, $"<PackageReference Include='{package}' />")));

    [Fact]
    public void A_package_brought_along_by_another_is_found()
    {
        const string locked = """
            {"version": 2, "dependencies": {"net10.0": {
              "Some.Package": {"type": "Direct", "resolved": "1.0.0"},
              "MassTransit.Abstractions": {"type": "Transitive", "resolved": "9.0.1"},
              "Microsoft.EntityFrameworkCore.Relational": {"type": "Transitive", "resolved": "10.0.15"},
              "technopark.contracts": {"type": "Project"}}}}
            """;
        Assert.Equal(["x resolves MassTransit.Abstractions 9.0.1"], ProjectRules.LicensedMassTransit("x", locked));
        Assert.Equal(2, ProjectRules.HeavyPackages(locked).Count());
    }
}
