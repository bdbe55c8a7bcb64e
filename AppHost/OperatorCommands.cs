using System.Net.Http.Json;

using System.Text.Json.Nodes;

namespace Technopark.AppHost;

/// <summary>
/// What an operator does to a service, as commands of its row in the dashboard: each asks for what it needs there,
/// calls the service's door for operators with the service's own key, and shows the answer.
/// </summary>
internal static class OperatorCommands
{
    private const string Roles = "director, manager, expert, founder, investor, coordinator, partner, mentor, operator";

    private static readonly InteractionInput Mail = new()
    {
        Name = "mail",
        Label = "Mail address / Адрес почты",
        InputType = InputType.Text,
        Required = true,
    };

    private static readonly InteractionInput Role = new()
    {
        Name = "roles",
        Label = "Roles / Роли",
        Description = $"With commas between / через запятую: {Roles}",
        InputType = InputType.Text,
        Required = true,
    };

    private static readonly InteractionInput User = new()
    {
        Name = "user",
        Label = "Name of the person / Имя человека",
        Description = "The role's, where it is left out / если пусто, по имени роли",
        InputType = InputType.Text,
    };

    public static void AddRedrive(IResourceBuilder<ProjectResource> service, StateDirectory state) => service
        .WithHttpCommand("/ops/messages/redrive", "Redrive messages / Повторить сообщения", endpointName: "http",
            commandName: "redrive", commandOptions: new HttpCommandOptions
            {
                Description = "Sends failed and dead-lettered messages once more, after what failed them was mended.",
                IconName = "ArrowRepeatAll",
                PrepareRequest = command => Authorize(command, state),
            });

    public static void AddAccounts(IResourceBuilder<ProjectResource> identity, StateDirectory state)
    {
        identity
            .WithHttpCommand("/ops/invitations", "Invite a person / Пригласить", endpointName: "http",
                commandName: "invite", commandOptions: new HttpCommandOptions
                {
                    Description = "Sends a mail with a link, and shows the link.",
                    IconName = "PersonAdd",
                    Arguments = [Mail, Role],
                    PrepareRequest = command =>
                    {
                        var roles = Split(command.Arguments.GetString("roles"));
                        var mail = command.Arguments.GetString("mail");
                        command.Request.Content = JsonContent.Create(new { mail, roles });
                        return Authorize(command, state);
                    },
                    GetCommandResult = answer => ShowAsync(answer, "Invited / Приглашение отправлено", "link"),
                })
            .WithHttpCommand("/ops/accounts/recover", "Recover an account / Вернуть доступ", endpointName: "http",
                commandName: "recover", commandOptions: new HttpCommandOptions
                {
                    Description = "Takes away all that signs in to the account, and mails a link for a new password.",
                    IconName = "PersonKey",
                    Arguments = [Mail],
                    PrepareRequest = command =>
                    {
                        var mail = command.Arguments.GetString("mail");
                        command.Request.Content = JsonContent.Create(new { mail });
                        return Authorize(command, state);
                    },
                    GetCommandResult = answer =>
                        ShowAsync(answer, "A link is on its way / Ссылка для нового пароля отправлена", null),
                });
        if (state.IsDevelopment)
        {
            AddToken(identity, state);
        }
    }

    private static void AddToken(IResourceBuilder<ProjectResource> identity, StateDirectory state) => identity
        .WithHttpCommand("/identity/connect/token", "Development token / Токен разработчика", endpointName: "http",
            commandName: "token", commandOptions: new HttpCommandOptions
            {
                Description = "Shows an access token for trying the API.",
                IconName = "Key",
                Arguments = [Role, User],
                PrepareRequest = command =>
                {
                    var roles = string.Join(',', Split(command.Arguments.GetString("roles")));
                    var user = command.Arguments.GetString("user");
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
                GetCommandResult = answer => ShowAsync(answer, "An access token / Токен доступа", "access_token"),
            });

    private static string[] Split(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static Task Authorize(HttpCommandRequestContext command, StateDirectory state)
    {
        command.Request.Headers.Add("X-Operations-Key", state.Secret($"operations-{command.Endpoint.Resource.Name}"));
        return Task.CompletedTask;
    }

    /// <param name="member">Of the answer, which is shown at once; null where there is nothing to show.</param>
    private static async Task<ExecuteCommandResult> ShowAsync(
        HttpCommandResultContext command, string done, string? member)
    {
        var text = await command.Response.Content.ReadAsStringAsync(command.CancellationToken);
        if (!command.Response.IsSuccessStatusCode)
        {
            return CommandResults.Failure($"Refused / Отказано: {text}");
        }

        var shown = member is null ? null : JsonNode.Parse(text)![member]!.GetValue<string>();
        return shown is null
            ? CommandResults.Success(done)
            : CommandResults.Success(done, shown, CommandResultFormat.Text, displayImmediately: true);
    }
}
