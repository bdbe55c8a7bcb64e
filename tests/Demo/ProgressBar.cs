namespace Technopark.Demo;

/// <summary>A bar on a terminal, a line for every tenth otherwise.</summary>
internal sealed class ProgressBar(int steps)
{
    private const int Width = 40;
    private readonly Lock _writing = new();
    private int _done;

    public void Step()
    {
        lock (_writing)
        {
            _done++;
            var filled = Width * _done / steps;
            var line = new string('█', filled) + new string('·', Width - filled);
            var bar = $"[{line}] {100 * _done / steps,3} %  {_done}/{steps}";
            if (!Console.IsOutputRedirected)
            {
                Console.Write($"\r{bar}{(_done == steps ? Environment.NewLine : "")}");
            }
            else if (_done * 10 / steps != (_done - 1) * 10 / steps)
            {
                Console.WriteLine(bar);
            }
        }
    }
}
