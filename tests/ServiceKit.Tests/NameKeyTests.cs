using Technopark.ServiceKit.Domain;

namespace Technopark.ServiceKit.Tests;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Robotics № 1", "ROBOTICS No 1", true)]
    [InlineData("ＲＯＢＯＴＩＣＳ", "robotics", true)]
    [InlineData("и\u0306", "Й", true)]
    [InlineData(" a \u00a0 b ", "A B", true)]
    [InlineData("ab", "a b", false)]
    [InlineData("е", "ё", false)]
    public void Form_case_and_spaces_do_not_tell_names_apart(string one, string other, bool same) =>
        Assert.Equal(same, NameKey.Of(one) == NameKey.Of(other));
}
