using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Technopark.ServiceDefaults;

namespace Technopark.AppHost;

/// <summary>What an operator does to a service, as commands of its row in the dashboard.</summary>
internal static class OperatorCommands
{
    private const string Roles = "director, manager, expert, founder, investor, coordinator, partner, mentor, operator";

    private static readonly InteractionInput Mail = Input("mail", "Mail address");

    private static readonly InteractionInput Role =
        Input("roles", "Roles", $"{Texts.InBoth("With commas between")}: {Roles}");

    private static readonly InteractionInput User =
        Input("user", "Name of the person", Texts.InBoth("The role's, where it is left out"), required: false);

    public static void AddMessages(IResourceBuilder<ProjectResource> service, StateDirectory state)
    {
        service.Add("/ops/messages/redrive", "redrive", "Redrive messages", new()
        {
            Description = "Sends failed and dead-lettered messages once more, after what failed them was mended.",
            IconName = "ArrowRepeatAll",
            PrepareRequest = command => Authorize(command, state),
        });
        service.Add("/ops/messages/accept", "accept", "Accept a restored centre", new()
        {
            Description = "Goes on hearing a centre whose database was restored and has forgotten what is known here.",
            IconName = "Checkmark",
            PrepareRequest = command => Authorize(command, state),
        });
    }

    public static void AddAccounts(IResourceBuilder<ProjectResource> identity, StateDirectory state)
    {
        identity.Add("/ops/invitations", "invite", "Invite a person", new()
        {
            Description = "Sends a mail with a link, and shows the link.",
            IconName = "PersonAdd",
            Arguments = [Mail, Role],
            PrepareRequest = command => Authorize(command, state, JsonContent.Create(
                new { mail = command.Arguments.GetString("mail"), roles = RolesOf(command) })),
            GetCommandResult = answer => ShowAsync(answer, "Invited", "link"),
        });
        identity.Add("/ops/accounts/recover", "recover", "Recover an account", new()
        {
            Description = "Takes away all that signs in to the account, and mails a link for a new password.",
            IconName = "PersonKey",
            Arguments = [Mail],
            PrepareRequest = command => Authorize(
                command, state, JsonContent.Create(new { mail = command.Arguments.GetString("mail") })),
            GetCommandResult = answer => ShowAsync(answer, "A link is on its way", null),
        });
        if (state.IsDevelopment)
        {
            AddToken(identity, state);
        }
    }

    private static void AddToken(IResourceBuilder<ProjectResource> identity, StateDirectory state) =>
        identity.Add("/identity/connect/token", "token", "Development token", new()
        {
            Description = "Shows an access token for trying the API.",
            IconName = "Key",
            Arguments = [Role, User],
            PrepareRequest = command =>
            {
                var (roles, user) = (string.Join(',', RolesOf(command)), command.Arguments.GetString("user"));
                command.Request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "urn:technopark:grant:development",
                    ["client_id"] = "development",
                    ["client_secret"] = state.Secret("development"),
                    ["role"] = roles,
                    ["user"] = string.IsNullOrWhiteSpace(user) ? roles : user,
                });
                return Task.CompletedTask;
            },
            GetCommandResult = answer => ShowAsync(answer, "An access token", "access_token"),
        });

    private static void Add(
        this IResourceBuilder<ProjectResource> service, string path, string name, string label,
        HttpCommandOptions options) => service.WithHttpCommand(
            path, Texts.InBoth(label), endpointName: "http", commandName: name, commandOptions: options);

    private static InteractionInput Input(
        string name, string label, string? description = null, bool required = true) => new()
        {
            Name = name,
            Label = Texts.InBoth(label),
            Description = description,
            InputType = InputType.Text,
            Required = required,
        };

    private static string[] RolesOf(HttpCommandRequestContext command) =>
        command.Arguments.GetString("roles")?
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static Task Authorize(HttpCommandRequestContext command, StateDirectory state, HttpContent? body = null)
    {
        command.Request.Headers.Add("X-Operations-Key", state.Secret($"operations-{command.Endpoint.Resource.Name}"));
        command.Request.Content = body;
        return Task.CompletedTask;
    }

    /// <param name="member">Of the answer, which is shown at once; null where there is nothing to show.</param>
    private static async Task<ExecuteCommandResult> ShowAsync(
        HttpCommandResultContext command, string done, string? member)
    {
        var text = await command.Response.Content.ReadAsStringAsync(command.CancellationToken);
        return !command.Response.IsSuccessStatusCode ? CommandResults.Failure($"{Texts.InBoth("Refused")}: {Reason()}")
            : member is null ? CommandResults.Success(Texts.InBoth(done))
            : CommandResults.Success(
                Texts.InBoth(done), JsonNode.Parse(text)![member]!.GetValue<string>(), CommandResultFormat.Text,
                displayImmediately: true);

        string Reason() => command.Response.Content.Headers.ContentType?.MediaType?.Contains("json") == true
            && JsonNode.Parse(text) is { } said ? (string?)(said["detail"] ?? said["error_description"]) ?? text : text;
    }
}
