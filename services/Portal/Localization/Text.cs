namespace Technopark.Portal.Localization;

/// <summary>Names the resource files of the portal's texts.</summary>
internal sealed class Text;
