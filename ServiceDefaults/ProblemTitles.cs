namespace Technopark.ServiceDefaults;

/// <summary>A code and a title in English and Russian for each status that has no better one.</summary>
public static class ProblemTitles
{
    private static readonly Dictionary<int, (string Code, string English, string Russian)> Known = new()
    {
        [400] = ("invalid", "The request breaks a rule", "Запрос нарушает правило"),
        [401] = ("unauthenticated", "Sign in first", "Сначала войдите"),
        [403] = ("forbidden", "This is not allowed to you", "Это вам не разрешено"),
        [404] = ("notFound", "There is no such thing", "Такого нет"),
        [405] = ("methodNotAllowed", "The address does not know this method", "Этот метод здесь не применим"),
        [409] = ("conflict", "The present state does not allow this", "Текущее состояние этого не допускает"),
        [412] = ("stale", "It was changed meanwhile", "Данные уже изменились"),
        [413] = ("tooLarge", "The request is too large", "Запрос слишком велик"),
        [415] = ("unsupportedMediaType", "Send application/json", "Отправьте application/json"),
        [422] = ("unprocessable", "The request contradicts an earlier one", "Запрос противоречит прежнему"),
        [428] = ("ifMatchRequired", "Say which state the change starts from", "Укажите, от какого состояния изменение"),
        [429] = ("tooManyRequests", "Too many requests", "Слишком много запросов"),
        [500] = ("internal", "Something went wrong on our side", "На нашей стороне произошла ошибка"),
        [502] = ("unavailable", "The service is away for a moment", "Служба временно недоступна"),
        [503] = ("unavailable", "The service is away for a moment", "Служба временно недоступна"),
        [504] = ("timeout", "The service did not answer in time", "Служба не ответила вовремя"),
    };

    /// <summary>The problem's code where nothing better is known.</summary>
    public static string CodeOf(int status) => Known.TryGetValue(status, out var known) ? known.Code : $"http{status}";

    /// <summary>In Russian for who asks for it, in English for all others.</summary>
    public static string TitleOf(int status, string acceptLanguage)
    {
        var (_, english, russian) = Known.GetValueOrDefault(status, ("", "The request failed", "Запрос не выполнен"));
        return acceptLanguage.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? russian : english;
    }
}
