namespace Technopark.Architecture.Tests;

public sealed class AuditTests
{
    private const string Sample = """
        namespace Technopark.ServiceKit.Domain { public sealed class AuditedAttribute : System.Attribute; }
        namespace Technopark.Sample.Domain
        {
            using Technopark.ServiceKit.Domain;
            public sealed class Person
            {
                [Audited] public string Name { get; set; }
                [Audited] public string? ContactMail { get; set; }
                [Audited] public string PhoneNumber { get; set; }
                [Audited] public string Reason { get; set; }
                [Audited] public string[] Notes { get; set; }
                [Audited] public string Inn { get; set; }
                [Audited] public string Region { get; set; }
                public string Email { get; set; }
            }
        }
        """;

    [Fact]
    public void Words_that_the_audit_would_keep_are_found() => Assert.Equal(
        ["ContactMail", "Inn", "Name", "Notes", "PhoneNumber", "Reason"],
        AuditRules.WordsAboutPeople(SampleAssembly.Compile(Sample)).Select(line => line.Split(' ')[0].Split('.')[^1])
            .Order());
}
