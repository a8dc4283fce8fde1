namespace CodingAhead.Claims.X12;

/// <summary>What is to be said of a claim or a level that was read, in words.</summary>
internal sealed class Remarks
{
    /// <summary>A hostile file makes no endless list of what is left out.</summary>
    private const int MostLeftOut = 20;

    private readonly List<string> _remarks = new(0);
    private int _leftOut;

    /// <summary>Keeps a remark that a claim has once.</summary>
    public void Add(string remark) => _remarks.Add(remark);

    /// <summary>Keeps the remarks of a level that a claim is below.</summary>
    public void Add(Remarks level) => _remarks.AddRange(level._remarks);

    /// <summary>Keeps that a segment, or an element of it, is left out.</summary>
    /// <param name="segment">Its number.</param>
    /// <param name="why">What it is not.</param>
    /// <param name="id">Which segment; none for one that is unknown.</param>
    /// <param name="element">Its element; 0 for the whole segment.</param>
    public void LeaveOut(int segment, string why, SegmentId id = SegmentId.None, int element = 0)
    {
        if (_leftOut > MostLeftOut) return;
        if (_leftOut++ == MostLeftOut) Add("More was left out.");
        else Add($"Segment {segment}{(element > 0 ? $", {id.Shown}{element:00}" : "")}: {why}; left out.");
    }

    /// <summary>Forgets those of the claim before.</summary>
    public void Clear()
    {
        _remarks.Clear();
        _leftOut = 0;
    }

    /// <summary>A list of its own for the claim.</summary>
    public IReadOnlyList<string> ToList() => _remarks.Count == 0 ? [] : [.. _remarks];
}
