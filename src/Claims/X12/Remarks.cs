namespace CodingAhead.Claims.X12;

/// <summary>What was left out of a claim, in words; a hostile file makes no endless list of it.</summary>
internal sealed class Remarks
{
    private const int Most = 20;

    private readonly List<string> _remarks = [];

    /// <summary>Keeps a remark.</summary>
    public void Add(string remark)
    {
        if (_remarks.Count < Most) _remarks.Add(remark);
        else if (_remarks.Count == Most) _remarks.Add("More was left out.");
    }

    /// <summary>Forgets those of the claim before.</summary>
    public void Clear() => _remarks.Clear();

    /// <summary>A list of its own for the claim.</summary>
    public IReadOnlyList<string> ToList() => _remarks.Count == 0 ? [] : [.. _remarks];
}
