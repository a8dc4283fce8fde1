namespace CodingAhead.Claims.X12;

/// <summary>
/// Cuts bytes into segments, whatever pieces they come in. It holds one buffer and no more: a segment that does not fit is passed over to its
/// terminator. Line ends and blanks between segments are tolerated, and each ISA brings its own delimiters.
/// </summary>
internal sealed class SegmentScanner
{
    private const int BufferSize = 1 << 17, MostMarks = 33;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly int[] _ends = new int[MostMarks];
    private int _begin, _end, _searched;
    private bool _ended, _skipping, _junk, _known;
    private Delimiters _delimiters;

    /// <summary>How many segments were given.</summary>
    public int Count { get; private set; }

    /// <summary>Nothing more will come.</summary>
    public bool Done => _ended && _begin == _end && !_junk;

    /// <summary>Where the next bytes go; never empty. Segments given before are no longer valid.</summary>
    public Memory<byte> Room()
    {
        if (_begin > 0)
        {
            Buffer.BlockCopy(_buffer, _begin, _buffer, 0, _end - _begin);
            (_begin, _end) = (0, _end - _begin);
        }

        return _buffer.AsMemory(_end);
    }

    /// <summary>Says how many bytes went there; none means the end.</summary>
    public void Filled(int count)
    {
        _end += count;
        _ended |= count == 0;
    }

    /// <summary>The next segment; false when more bytes are needed, or none are left.</summary>
    public bool TryNext(out Segment segment)
    {
        segment = default;
        if (_skipping && !Skip()) return false;
        SkipBlanks();
        if (!_known && !TryBegin(out var junk))
        {
            if (junk) segment = new Segment(SegmentState.BeforeInterchange, ++Count, default, default, 0, 0);
            return junk;
        }

        var rest = _buffer.AsSpan(_begin, _end - _begin);
        if (rest.IsEmpty || !_ended && rest.Length < Delimiters.LongestHeader && MayBeHeader(rest)) return false;
        var state = SegmentState.Whole;
        if (Delimiters.BeginsHeader(rest))
        {
            if (Delimiters.TryRead(rest, out var own)) _delimiters = own;
            else state = SegmentState.BrokenHeader;
        }

        var at = rest[_searched..].IndexOf(_delimiters.Terminator);
        var length = at < 0 ? rest.Length : _searched + at;
        if (at < 0 && length <= X12Claims.LongestSegment)
        {
            _searched = length;
            if (!_ended) return false;
            if (state == SegmentState.Whole) state = SegmentState.Unterminated;
        }

        if (length > X12Claims.LongestSegment) (state, _skipping) = (SegmentState.TooLong, at < 0);
        segment = Cut(state, rest[..length]);
        _begin = Math.Min(_begin + length + 1, _end);
        _searched = 0;
        return true;
    }

    private Segment Cut(SegmentState state, ReadOnlySpan<byte> bytes)
    {
        var (marks, count, at) = (0, 0, 0);
        while (marks < MostMarks)
        {
            var next = bytes[at..].IndexOf(_delimiters.Element);
            _ends[marks++] = next < 0 ? bytes.Length : at + next;
            count++;
            if (next < 0 || state == SegmentState.TooLong) break;
            at += next + 1;
            if (marks == MostMarks) count += bytes[at..].Count(_delimiters.Element) + 1;
        }

        // Empty elements at the end should have been left out by the sender; they count for nothing.
        while (count == marks && marks > 1 && _ends[marks - 1] == _ends[marks - 2] + 1) (marks, count) = (marks - 1, count - 1);
        return new Segment(state, ++Count, bytes, _ends.AsSpan(0, marks), count - 1, _delimiters.Component);
    }

    /// <summary>Passes over what is left of a segment that is too long.</summary>
    private bool Skip()
    {
        var at = _buffer.AsSpan(_begin, _end - _begin).IndexOf(_delimiters.Terminator);
        _begin = at < 0 ? _end : _begin + at + 1;
        _skipping = at < 0;
        return at >= 0;
    }

    private void SkipBlanks()
    {
        if (_searched > 0) return;
        while (_begin < _end && _buffer[_begin] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' or 0x1A) _begin++;
    }

    /// <summary>
    /// Looks for the first interchange header. What stands before it is one segment of junk, given when the header or the end is found; a byte order mark is none.
    /// </summary>
    private bool TryBegin(out bool junk)
    {
        junk = false;
        while (_begin < _end)
        {
            var rest = _buffer.AsSpan(_begin, _end - _begin);
            if (!_junk && "\uFEFF"u8.StartsWith(rest[..Math.Min(3, rest.Length)]))
            {
                if (rest.Length < 3 && !_ended) return false;
                _begin += Math.Min(3, rest.Length);
                SkipBlanks();
                continue;
            }

            var at = rest.IndexOf("ISA"u8);
            if (at < 0) at = _ended ? rest.Length : Math.Max(0, rest.Length - 2);
            _begin += at;
            _junk |= at > 0;
            rest = rest[at..];
            if (!_ended && rest.Length < Delimiters.LongestHeader) return false;
            if (Delimiters.TryRead(rest, out _delimiters))
            {
                junk = _junk;
                _junk = false;
                _known = !junk;
                return _known;
            }

            _junk = true;
            _begin = Math.Min(_begin + 3, _end);
        }

        junk = _ended && _junk;
        _junk &= !_ended;
        return false;
    }

    private static bool MayBeHeader(ReadOnlySpan<byte> rest) => rest.Length < 4 ? "ISA"u8.StartsWith(rest[..Math.Min(3, rest.Length)]) : Delimiters.BeginsHeader(rest);
}
