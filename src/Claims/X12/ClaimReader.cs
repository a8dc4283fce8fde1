namespace CodingAhead.Claims.X12;

/// <summary>
/// Puts claims together from segments: it follows the levels of a transaction set (billing provider, subscriber, patient) and gives each claim the ones above it.
/// What is wrong is kept where it belongs: in the claim, in the level that the claims below share, or, above these, told by itself.
/// </summary>
internal sealed class ClaimReader
{
    private const string Unknown = "not a segment of an 837";

    private readonly string _file;
    private readonly SegmentScanner _scanner = new();
    private readonly CodeStrings _codes = new();
    private readonly Queue<ReadClaim> _ready = new();
    private readonly Envelope _envelope;
    private readonly ClaimDraft _claim;
    private BillingLoop? _billing;
    private PersonLoop? _subscriber, _patient;
    private Entity _entity;
    private bool _inClaim, _strayTold, _ended;

    /// <param name="file">The file's name, without its folder.</param>
    public ClaimReader(string file)
    {
        _file = file;
        _envelope = new Envelope(Tell);
        _claim = new ClaimDraft(file, _codes);
    }

    /// <summary>Nothing more will come.</summary>
    public bool Done => _ended && _ready.Count == 0;

    /// <inheritdoc cref="SegmentScanner.Room"/>
    public Memory<byte> Room() => _scanner.Room();

    /// <inheritdoc cref="SegmentScanner.Filled"/>
    public void Filled(int count) => _scanner.Filled(count);

    /// <summary>The next claim; false when more bytes are needed, or none are left.</summary>
    public bool TryNext(out ReadClaim claim)
    {
        while (true)
        {
            if (_ready.TryDequeue(out claim)) return true;
            if (_ended) return false;
            if (_scanner.TryNext(out var segment)) Take(segment);
            else if (!_scanner.Done) return false;
            else End();
        }
    }

    private void Take(in Segment s)
    {
        if (s.State == SegmentState.BeforeInterchange)
        {
            Tell(new Flaw(s.Number, SegmentId.ISA, 0, 0, "an interchange, with its delimiters; what stands before it is passed over"));
            return;
        }

        if (s.State == SegmentState.BrokenHeader) Tell(Flaw.Of(s, "sixteen elements and usable delimiters; those before it are kept"));
        if (s.Id.IsEnvelope && s.State != SegmentState.TooLong)
        {
            if (s.Id != SegmentId.TA1) EndSet(cut: s.Id != SegmentId.SE);
            if (s.Count > s.Id.MostElements) Tell(TooMany(s));
            _envelope.Take(s);
            return;
        }

        if (!_envelope.Admits(s)) return;
        if (s.State == SegmentState.TooLong) Spoil(s, Flaw.Of(s, $"its terminator within {X12Claims.LongestSegment} bytes"));
        else if (s.State == SegmentState.Unterminated) Spoil(s, Flaw.Of(s, "its terminator before the end of the file"));
        else if (s.Id.MostElements == 0) LeaveOut(s);
        else if (s.Count > s.Id.MostElements) Spoil(s, TooMany(s));
        else if (s.Id == SegmentId.HL) Level(s);
        else if (s.Id == SegmentId.CLM) Begin(s);
        else if (_inClaim) InClaim(s);
        else if (s.Id.IsOfClaim) Begin(s);
        else InLevel(s);
    }

    private static Flaw TooMany(in Segment s) => Flaw.Of(s, $"at most {s.Id.MostElements} elements; a segment terminator may be missing");

    private void Begin(in Segment s)
    {
        EndClaim(cut: s.Id != SegmentId.CLM);
        _inClaim = true;
        _claim.Begin(s, _envelope.Guide, _billing, _subscriber, _patient);
        if (s.Id != SegmentId.CLM) _claim.Takes(s);
    }

    private void InClaim(in Segment s)
    {
        if (_claim.Takes(s)) return;
        if (s.Id.IsOfClaim) Begin(s);
        else Lost(s, Flaw.Of(s, "HL before it"));
    }

    /// <summary>The HL of a level is missing: the claims after it, up to the next HL, have no known patient.</summary>
    private void Lost(in Segment s, Flaw flaw)
    {
        EndClaim(cut: true);
        Enter(null, new PersonLoop(0), null);
        _subscriber!.Break(flaw);
    }

    /// <summary>A segment that cannot be read, and what it would have begun or belonged to.</summary>
    private void Spoil(in Segment s, Flaw flaw)
    {
        // One letter turns CLM into CL1, with too many elements for it: it belongs to no claim or level before it.
        if (s.Id == SegmentId.CLM || (s.Id.IsOfClaim && !_inClaim) || (s.Id == SegmentId.CL1 && !_claim.Takes(s))) Begin(s);
        if (s.Id == SegmentId.HL) Lost(s, flaw);
        else Break(flaw);
    }

    private void Break(Flaw? flaw)
    {
        if (flaw is null) return;
        if (_inClaim) _claim.Break(flaw);
        else if (Current is { } level) level.Break(flaw);
        else Tell(flaw);
    }

    private void LeaveOut(in Segment s)
    {
        if (_inClaim) _claim.Remarks.LeaveOut(s.Number, Unknown);
        else if (Current is { } level) level.Remarks.LeaveOut(s.Number, Unknown);
        else if (!_strayTold) Tell(Flaw.Of(s, "a segment of an 837"));
        _strayTold |= !_inClaim && Current is null;
    }

    private Loop? Current => (Loop?)_patient ?? (Loop?)_subscriber ?? _billing;

    private void Level(in Segment s)
    {
        EndClaim(cut: false);
        var numbered = Values.TryInteger(s[1], out var number);
        if (s.Is(3, "20"u8)) Enter(new BillingLoop(number), null, null);
        else if (s.Is(3, "23"u8) && _subscriber is not null) Enter(null, null, new PersonLoop(number));
        else Enter(null, new PersonLoop(number), null);
        if (!numbered) Break(Flaw.Of(s, 1, "the number of the level"));
        if (_patient is not null) Parent(s, _subscriber, "22");
        else if (_subscriber is not null && s.Is(3, "22"u8)) Parent(s, _billing, "20");
        else if (_subscriber is not null) Break(s.Is(3, "23"u8) ? Flaw.Of(s, "HL of a subscriber (22) before it") : Flaw.Of(s, 3, "20, 22 or 23"));
    }

    private void Parent(in Segment s, Loop? parent, string level)
    {
        if (parent is null) Break(Flaw.Of(s, $"HL of level {level} before it"));
        else if (!Values.TryInteger(s[2], out var number) || number != parent.Number) Break(Flaw.Of(s, 2, $"the number of the level {level} before it"));
    }

    /// <summary>Begins a level; those below the one it replaces end with it.</summary>
    private void Enter(BillingLoop? billing, PersonLoop? subscriber, PersonLoop? patient)
    {
        Retire(_patient);
        if (patient is null)
        {
            Retire(_subscriber);
            if (billing is not null) Retire(_billing);
            (_billing, _subscriber) = (billing ?? _billing, subscriber);
        }

        (_patient, _entity) = (patient, Entity.Other);
    }

    private void Retire(Loop? level)
    {
        if (level is { Flaw: { } flaw, Told: false }) Tell(flaw);
    }

    private void InLevel(in Segment s)
    {
        var person = _patient ?? _subscriber;
        switch (s.Id)
        {
            case SegmentId.BHT when Current is not null:
            case SegmentId.SBR when _subscriber is null || _patient is not null || _subscriber.Named:
            case SegmentId.PAT when person is null:
                Break(Flaw.Of(s, s.Id == SegmentId.BHT ? "ST before it" : "HL before it"));
                break;
            case SegmentId.BHT when !s.Is(1, "0019"u8):
                Tell(Flaw.Of(s, 1, "0019"));
                break;
            case SegmentId.SBR:
                _subscriber!.Medicare = s[9].IsEmpty || s.Is(9, "MA"u8) || s.Is(9, "MB"u8);
                break;
            case SegmentId.PRV when person is null && _billing is not null:
                (_billing.Kind, _billing.Supplier) = (Taxonomy.Kind(s[3]), Taxonomy.IsSupplier(s[3]));
                break;
            case SegmentId.NM1:
                Name(s, above: person is null);
                break;
            case SegmentId.N4 when person is null && _billing is not null && _entity == Entity.Billing:
                _billing.Zip = Entities.Zip(s, _codes);
                if (_billing.Zip is null) _billing.Remarks.LeaveOut(s.Number, "no ZIP code of five or nine digits", s.Id, 3);
                break;
            case SegmentId.N4 when person is not null && _entity is Entity.Subscriber or Entity.Patient:
                person.State = Values.IsCode(s[2], 2, 2) ? _codes.Get(s[2]) : null;
                break;
            case SegmentId.DMG:
                Break(person is not null && _entity is Entity.Subscriber or Entity.Patient ? person.Demographics(s) : Flaw.Of(s, "NM1 of a subscriber or patient before it"));
                _entity = Entity.Other; // an N4 after it is another's
                break;
        }
    }

    /// <summary>A level names whom it is about once: a second name belongs to one whose HL is missing.</summary>
    private void Name(in Segment s, bool above)
    {
        _entity = Entity.Of(s);
        switch (_entity)
        {
            case Entity.Billing when above && _billing is { Named: false }:
                _billing.Named = true;
                if (!Entities.TryNpi(s, _codes, out _billing.Npi)) Break(Flaw.Of(s, 9, "a national provider identifier"));
                break;
            case Entity.Subscriber when _subscriber is { Named: false } && _patient is null:
                _subscriber.Named = true;
                if (s.Is(8, "MI"u8) && s[9].Length is > 0 and <= 80) _subscriber.MemberId = s.Text(9);
                break;
            case Entity.Patient when _patient is { Named: false }:
                _patient.Named = true;
                break;
            case Entity.Billing or Entity.Subscriber or Entity.Patient:
                Break(Flaw.Of(s, $"HL of level {(_entity == Entity.Billing ? "20" : _entity == Entity.Subscriber ? "22" : "23")} before it"));
                break;
        }
    }

    private void EndClaim(bool cut)
    {
        if (!_inClaim) return;
        _inClaim = false;
        _ready.Enqueue(_claim.Finish(cut));
    }

    private void EndSet(bool cut)
    {
        EndClaim(cut);
        Enter(null, null, null);
        Retire(_billing);
        (_billing, _strayTold) = (null, false);
    }

    private void End()
    {
        EndSet(cut: true);
        _envelope.End(_scanner.Count);
        _ended = true;
    }

    private void Tell(Flaw flaw) => _ready.Enqueue(flaw.Unread(_file, null));
}
