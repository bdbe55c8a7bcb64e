namespace Technopark.Identity;

/// <summary>Names the resource files of the texts of pages and mails.</summary>
internal sealed class Text;
