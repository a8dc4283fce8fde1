using System.Diagnostics;

namespace CodingAhead.Bench;

/// <summary>Times of one operation over many inputs.</summary>
internal sealed class Figures(string name, string target)
{
    private readonly List<double> microseconds = [];

    public double P50 => At(0.50);

    public double P99 => At(0.99);

    public static void Header() => Console.WriteLine($"{"what",-46} {"n",8} {"p50 µs",10} {"p99 µs",10}   bar");

    /// <summary>Runs the operation over all inputs, after a warm-up.</summary>
    public Figures Over<T>(IReadOnlyList<T> inputs, Action<T> operation)
    {
        // Three passes: the runtime compiles what runs often a second time.
        for (var pass = 0; pass < 3; pass++) foreach (var input in inputs) operation(input);
        foreach (var input in inputs)
        {
            var start = Stopwatch.GetTimestamp();
            operation(input);
            microseconds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        microseconds.Sort();
        Console.WriteLine($"{name,-46} {microseconds.Count,8} {P50,10:F1} {P99,10:F1}   {target}");
        return this;
    }

    private double At(double share) => microseconds[(int)Math.Min(microseconds.Count - 1, microseconds.Count * share)];
}
