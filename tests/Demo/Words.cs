namespace Technopark.Demo;

/// <summary>What fictional companies and people are called.</summary>
internal static class Words
{
    public static readonly string[] Programmes =
    [
        "Преинкубация / Pre-incubation", "Инкубатор / Incubator", "Акселератор / Accelerator",
        "Университетские стартапы / University spin-offs",
    ];

    public static readonly string[] Investors =
    [
        "Фонд «Северный посев»", "Балтийские ангелы", "Neva Ventures", "Harbour Capital", "Фонд «Гранит»",
        "Городской фонд поддержки", "Aurora Seed", "Корпорация «Маяк»",
    ];

    private static readonly string[] First =
    [
        "Невская", "Балтийская", "Северная", "Ладожская", "Полярная", "Онежская", "Гранитная", "Адмиралтейская",
        "Ижорская", "Выборгская",
    ];

    private static readonly string[] Field =
    [
        "робототехника", "фотоника", "биомеханика", "аналитика", "энергетика", "оптика", "навигация", "геномика",
        "кибернетика", "акустика",
    ];

    private static readonly string[] English =
    [
        "Neva", "Baltic", "Aurora", "Ladoga", "Granite", "Harbour", "Polar", "Amber", "Beacon", "Delta",
    ];

    private static readonly string[] EnglishField =
    [
        "Robotics", "Photonics", "Biotech", "Analytics", "Energy", "Optics", "Navigation", "Genomics", "Sensors",
        "Acoustics",
    ];

    private static readonly string[] Given =
        ["Анна", "Пётр", "Мария", "Иван", "Ольга", "Дмитрий", "Елена", "Сергей", "Nina", "Alex"];

    private static readonly string[] Family =
        ["Озерова", "Лесной", "Берегова", "Каменев", "Светлова", "Мостовой", "Рябинина", "Ветров", "Hill", "Woods"];

    public static readonly string[] Okved = ["62.01", "72.19", "26.51", "28.99", "21.20", "32.50", "71.12", "63.11"];

    /// <summary>A hundred names without a repetition in each language.</summary>
    public static string Company(int number) => number % 3 == 2
        ? $"{English[number / 10 % 10]} {EnglishField[number % 10]} {1 + (number / 100)}"
        : $"{First[number / 10 % 10]} {Field[number % 10]} {1 + (number / 100)}";

    public static string Person(Random random) =>
        $"{Given[random.Next(Given.Length)]} {Family[random.Next(Family.Length)]}";

    public static string Technology(int number) => number % 2 == 0
        ? $"Ищем партнёра: {Field[number % 10]} для промышленности"
        : $"Offer: {EnglishField[number % 10]} for industry";
}
