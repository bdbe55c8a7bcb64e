using System.Text;
using Mono.Cecil.Cil;

namespace Technopark.Architecture.Tests.Reading;

/// <summary>
/// The English words that an assembly says in problems, read from the compiled code: a <c>ProblemText</c> is made of a
/// literal or an interpolated text.
/// </summary>
internal static class SaidTexts
{
    /// <summary>In place of words that the code puts together first: nothing could stand under them.</summary>
    public const string NoLiteral = "";

    private const string Text = "Technopark.ServiceDefaults.ProblemText";

    public static IEnumerable<(string At, string Words)> Of(AssemblyDefinition assembly) =>
        from type in assembly.MainModule.GetTypes()
        where type.FullName != Text
        from method in type.Methods
        where method.HasBody
        from words in Of(method)
        select (method.FullName, words);

    private static IEnumerable<string> Of(MethodDefinition method)
    {
        var open = new Stack<Interpolated>();
        var jumpedTo = method.Body.Instructions.Select(each => each.Operand).OfType<Instruction>().ToHashSet();
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is not MethodReference { DeclaringType.FullName: Text } called)
            {
                continue;
            }

            var literal = instruction.Previous?.Operand as string;
            switch (called.Name)
            {
                case "op_Implicit":
                    yield return jumpedTo.Contains(instruction) ? NoLiteral : literal ?? NoLiteral;
                    break;
                case ".ctor" when called.Parameters.Count == 2:
                    open.Push(new Interpolated(
                        NumberOf(instruction.Previous!.Previous), NumberOf(instruction.Previous)));
                    break;
                case "AppendLiteral":
                    open.Peek().Add(literal!);
                    break;
                case "AppendFormatted":
                    open.Peek().AddValue();
                    break;
            }

            if (open.TryPeek(out var last) && last.IsWhole)
            {
                yield return open.Pop().Words;
            }
        }
    }

    private static int NumberOf(Instruction constant) => constant.Operand is { } number
        ? Convert.ToInt32(number, CultureInfo.InvariantCulture) : constant.OpCode.Code - Code.Ldc_I4_0;

    /// <summary>An interpolated text on its way; one may stand inside another.</summary>
    private sealed class Interpolated(int letters, int values)
    {
        private readonly StringBuilder _words = new();
        private int _letters, _values;

        public string Words => _words.ToString();

        public bool IsWhole => _letters == letters && _values == values;

        public void Add(string literal)
        {
            _words.Append(literal);
            _letters += literal.Length;
        }

        public void AddValue() => _words.Append(CultureInfo.InvariantCulture, $"{{{_values++}}}");
    }
}
