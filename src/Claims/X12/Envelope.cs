namespace CodingAhead.Claims.X12;

/// <summary>
/// The three envelopes around claims: interchange (ISA, IEA), functional group (GS, GE), transaction set (ST, SE). Each end repeats the control number
/// of its begin and counts what lies between. What does not agree is told, and the claims between stand: they may well be whole.
/// </summary>
internal sealed class Envelope(Action<Flaw> tell)
{
    private sealed class Level
    {
        public bool Open, Implied;
        public string Control = "";
        public int Count;
    }

    private readonly Level _interchange = new(), _group = new(), _set = new();
    private Guide _groupGuide;
    private int _setBegin;

    /// <summary>What the open transaction set follows.</summary>
    public Guide Guide { get; private set; }

    /// <summary>Begins or ends an envelope.</summary>
    public void Take(in Segment s)
    {
        switch (s.Id)
        {
            case SegmentId.ISA:
                Leave(_interchange, s);
                Open(_interchange, false, s.Text(13));
                _groupGuide = Guide.None;
                break;
            case SegmentId.GS:
                Leave(_group, s);
                Enter(_interchange, s, "ISA before GS");
                Open(_group, false, s.Text(6));
                _groupGuide = Guide.Of(s[8]);
                break;
            case SegmentId.ST:
                BeginSet(s);
                break;
            case SegmentId.SE:
                Close(_set, s, s.Number - _setBegin + 1, "the number of segments from ST to SE");
                break;
            case SegmentId.GE:
                Leave(_set, s);
                Close(_group, s, _group.Count, "the number of transaction sets in the group");
                break;
            case SegmentId.IEA:
                Leave(_group, s);
                Close(_interchange, s, _interchange.Count, "the number of groups in the interchange");
                break;
        }
    }

    /// <summary>
    /// Whether a segment that is no envelope stands in a transaction set that is read. Where ST was lost, one is taken to have begun with the guide of its group.
    /// </summary>
    public bool Admits(in Segment s)
    {
        if (!_set.Open)
        {
            Enter(_set, s, "ST before the segments of a transaction set");
            _setBegin = s.Number;
            Guide = _groupGuide;
        }

        return Guide != Guide.None;
    }

    /// <summary>Says what is still open at the end of the file.</summary>
    public void End(int segments)
    {
        if (segments == 0) tell(new Flaw(1, SegmentId.ISA, 0, 0, "an interchange; the file is empty"));
        else if (_set is { Open: true, Implied: false }) tell(new Flaw(segments, SegmentId.SE, 0, 0, "SE, GE and IEA before the end of the file"));
        else if (_group is { Open: true, Implied: false }) tell(new Flaw(segments, SegmentId.GE, 0, 0, "GE and IEA before the end of the file"));
        else if (_interchange is { Open: true, Implied: false }) tell(new Flaw(segments, SegmentId.IEA, 0, 0, "IEA before the end of the file"));
    }

    private void BeginSet(in Segment s)
    {
        Leave(_set, s);
        Enter(_group, s, "GS before ST");
        Open(_set, false, s.Text(2));
        _setBegin = s.Number;
        Guide = Guide.Of(s[3]);
        if (!s.Is(1, "837"u8))
        {
            Guide = Guide.None;
            tell(Flaw.Of(s, 1, "837; other transaction sets are passed over"));
        }
        else if (Guide == Guide.None)
        {
            Guide = _groupGuide;
            if (Guide == Guide.None) tell(Flaw.Of(s, 3, Guides.Expected + "; the claims of this transaction set are not read"));
            else if (s.Count >= 3) tell(Flaw.Of(s, 3, Guides.Expected + "; the group's GS08 is followed"));
        }
    }

    private void Open(Level level, bool implied, string control)
    {
        (level.Open, level.Implied, level.Count, level.Control) = (true, implied, 0, control);
        var around = Around(level);
        if (around is not null) around.Count++;
    }

    /// <summary>Takes a level as begun that was not, and says so once.</summary>
    private void Enter(Level level, in Segment s, string expected)
    {
        if (level.Open) return;
        Open(level, true, "");
        tell(Flaw.Of(s, expected));
    }

    /// <summary>Ends a level, and what is open in it, where another begins or ends around it.</summary>
    private void Leave(Level level, in Segment s)
    {
        if (level == _interchange) Leave(_group, s);
        if (level == _group) Leave(_set, s);
        if (level.Open && !level.Implied) tell(Flaw.Of(s, (level == _set ? "SE" : level == _group ? "GE" : "IEA") + " before it"));
        level.Open = false;
    }

    private void Close(Level level, in Segment s, int count, string counted)
    {
        if (!level.Open) tell(Flaw.Of(s, (level == _set ? "ST" : level == _group ? "GS" : "ISA") + " before it"));
        else if (!level.Implied)
        {
            if (!Values.TryInteger(s[1], out var said) || said != count) tell(Flaw.Of(s, 1, counted));
            if (s.Text(2) != level.Control) tell(Flaw.Of(s, 2, "the control number of its begin"));
        }

        level.Open = false;
    }

    private Level? Around(Level level) => level == _set ? _group : level == _group ? _interchange : null;
}
