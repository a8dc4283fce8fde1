using System.Text;

namespace CodingAhead.Claims.X12;

/// <summary>In what condition a segment was found.</summary>
internal enum SegmentState : byte
{
    /// <summary>With its terminator.</summary>
    Whole,

    /// <summary>The file ends before its terminator: its last element may be cut.</summary>
    Unterminated,

    /// <summary>Longer than <see cref="X12Claims.LongestSegment"/>; its elements are not given.</summary>
    TooLong,

    /// <summary>Bytes before the first interchange.</summary>
    BeforeInterchange,

    /// <summary>An ISA that does not state usable delimiters.</summary>
    BrokenHeader,
}

/// <summary>A segment where it lies in the buffer: valid until the next one is asked for.</summary>
internal readonly ref struct Segment
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<int> _ends;
    private readonly byte _component;

    /// <param name="state">As it was found.</param>
    /// <param name="number">Number in the file, from 1.</param>
    /// <param name="bytes">Without its terminator.</param>
    /// <param name="ends">Where its identifier and each of its elements ends.</param>
    /// <param name="count">The number of its elements, those beyond <paramref name="ends"/> too.</param>
    /// <param name="component">What divides a composite.</param>
    public Segment(SegmentState state, int number, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends, int count, byte component)
    {
        (State, Number, Count, _component) = (state, number, count, component);
        _bytes = bytes;
        _ends = ends;
        Id = ends.IsEmpty ? SegmentId.None : SegmentId.Of(bytes[..ends[0]]);
    }

    /// <summary>As it was found.</summary>
    public SegmentState State { get; }

    /// <summary>Number in the file, from 1.</summary>
    public int Number { get; }

    /// <summary>Which segment; <see cref="SegmentId.None"/> when it does not begin like one.</summary>
    public SegmentId Id { get; }

    /// <summary>How many elements it has, empty ones included.</summary>
    public int Count { get; }

    /// <summary>An element by its number in the guide, from 1; empty when the segment ends before it.</summary>
    public ReadOnlySpan<byte> this[int element] =>
        element < _ends.Length ? _bytes[(_ends[element - 1] + 1).._ends[element]] : default;

    /// <summary>A component of a composite element, from 1; empty when the composite ends before it.</summary>
    public ReadOnlySpan<byte> this[int element, int component]
    {
        get
        {
            var rest = this[element];
            for (; component > 1; component--)
            {
                var at = rest.IndexOf(_component);
                if (at < 0) return default;
                rest = rest[(at + 1)..];
            }

            var end = rest.IndexOf(_component);
            return end < 0 ? rest : rest[..end];
        }
    }

    /// <summary>Whether an element is just these characters.</summary>
    public bool Is(int element, ReadOnlySpan<byte> text) => this[element].SequenceEqual(text);

    /// <summary>Whether a component of a composite is just these characters.</summary>
    public bool Is(int element, int component, ReadOnlySpan<byte> text) => this[element, component].SequenceEqual(text);

    /// <summary>An element as text.</summary>
    public string Text(int element) => Encoding.UTF8.GetString(this[element]);
}
