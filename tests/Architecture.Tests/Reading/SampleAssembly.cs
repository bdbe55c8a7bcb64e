using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Technopark.Architecture.Tests.Reading;

/// <summary>An assembly compiled in memory, to show that a rule finds what it forbids.</summary>
internal static class SampleAssembly
{
    public static AssemblyDefinition Compile(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Technopark.Sample",
            [CSharpSyntaxTree.ParseText(source)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return AssemblyDefinition.ReadAssembly(image);
    }
}
