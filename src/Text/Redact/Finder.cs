namespace CodingAhead.Text.Redact;

/// <summary>Runs every rule over a text once, and once more for what spreads: the table of contents of the engine.</summary>
internal sealed class Finder(Policy policy, Evidence evidence)
{
    private readonly Own own = new(policy);

    // A text of up to this length is read again without its finds: what stands beside a find is judged by what is left, as one would who redacts it twice.
    private const int Short = 1 << 10;

    /// <summary>All finds in a text of one window, in order, merged where they overlap.</summary>
    public (List<Mark> Marks, Note Note) Find(FoldedText folded, Known? known, Survey survey, CancellationToken cancel)
    {
        var (marks, n) = Once(folded, known, survey, cancel);
        if (folded.View.Length > Short || marks.Count == 0) return (marks, n);
        // Each further reading finds something or is the last; three have been enough for every text seen.
        for (var reading = 0; reading < 4; reading++)
        {
            var (more, _) = Once(folded.Without(marks), known, survey, cancel);
            var count = n.Marks.Count;
            foreach (var mark in more)
            {
                if (!marks.Exists(m => m.Start <= mark.Start && mark.End <= m.End)) n.Marks.Add(mark);
            }

            if (n.Marks.Count == count) break;
            marks = own.Without(n, Merge(n));
        }

        return (marks, n);
    }

    private (List<Mark> Marks, Note Note) Once(FoldedText folded, Known? known, Survey survey, CancellationToken cancel)
    {
        var n = Read(folded, cancel);
        survey.Latest = Math.Max(survey.Latest, Ages.Named(n));
        survey.Aged |= Ages.Said(n);
        Ages.Births(n, survey.Reveals);
        Known(n, known, survey);
        var merged = Merge(n);
        survey.Learn(n, merged, own.Without(n, merged));
        Spreading.Run(n, survey.Spread);
        survey.Again(n);
        return (own.Without(n, Merge(n)), n);
    }

    /// <summary>First reading of a window of a long text: what its finds say of the whole.</summary>
    public void Learn(FoldedText folded, Predicate<Mark> within, Known? known, Survey survey, CancellationToken cancel)
    {
        var n = Read(folded, cancel);
        survey.Latest = Math.Max(survey.Latest, Ages.Named(n));
        survey.Aged |= Ages.Said(n);
        Known(n, known, survey);
        var merged = Merge(n).FindAll(within);
        survey.Learn(n, merged, own.Without(n, merged));
    }

    /// <summary>Second reading: all finds of the window, with what the whole text says.</summary>
    public (List<Mark> Marks, Note Note) Again(FoldedText folded, Known? known, Survey survey, CancellationToken cancel)
    {
        var n = Read(folded, cancel);
        Ages.Births(n, survey.Reveals);
        Known(n, known, survey);
        Merge(n);
        Spreading.Run(n, survey.Spread);
        survey.Again(n);
        return (own.Without(n, Merge(n)), n);
    }

    private Note Read(FoldedText folded, CancellationToken cancel)
    {
        var n = new Note(folded.View, [.. Tokens.Of(folded.View, evidence)]);
        Addresses.Run(n);
        Hl7Lines.Run(n);
        var end = -1;
        for (var i = 0; i < n.T.Length; i++)
        {
            if ((i & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            ref readonly var t = ref n.T[i];
            if (t.Form == Form.Redacted) continue;
            if (!t.IsWord)
            {
                PersonLines.Aged(n, i, evidence);
                PersonLines.Timed(n, i, evidence);
                if (i > end) end = Math.Max(end, Number(n, i));
                continue;
            }

            end = Math.Max(end, Words(n, i));
        }

        return n;
    }

    // What the caller and the policy name, then what leans on a find: the register of the text, the rest of a list.
    private void Known(Note n, Known? known, Survey survey)
    {
        own.Run(n, known, evidence);
        Nicknames.Run(n);
        Columns.Run(n);
        PartialDates.Run(n);
        Leaning.Run(n, evidence, survey.Clinical);
        var found = Merge(n);
        Cued.Listed(n, found, evidence);
        Nicknames.Around(n, found);
        Eponyms.Run(n);
    }

    private static int Number(Note n, int i)
    {
        if (Dates.Numeric(n, i) is var date and >= 0) return Dates.Time(n, date);
        if (Days.Ordinal(n, i) is var day and >= 0) return day;
        if (Places.Numbered(n, i) is var crossing and >= 0) return crossing;
        if (Addresses.Four(n, i) is var ip and >= 0) return ip;
        if (Ages.At(n, i) is var age and >= 0) return age;
        if (n.T[i].Form == Form.Number && Phones.At(n, i) is var phone and >= 0) return phone;
        if (n.T[i].Form == Form.Number && Phones.Grouped(n, i) is var grouped and >= 0) return grouped;
        if (Places.Street(n, i) is var street and >= 0)
        {
            Places.Town(n, street);
            return Math.Max(street, AddressEnd.Onward(n, street));
        }

        if (Abroad.Numbered(n, i) is var numbered and >= 0) return numbered;
        if (Abroad.Postcode(n, i) is var postcode and >= 0) return postcode;
        if (Abroad.Lettered(n, i) is var lettered and >= 0) return lettered;

        if (Numbers.Lone(n, i) is var lone and >= 0) return lone;
        return n.T[i].Form == Form.Number ? Phones.Short(n, i) : -1;
    }

    private int Words(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        Fields.At(n, i);
        var end = t.Is(Word.NumberLabel) || t.Form == Form.Camel ? Numbers.Labelled(n, i) : -1;
        if (t.Form == Form.Upper) end = Math.Max(end, Numbers.Prefixed(n, i));
        var word = t.Word;
        if (word != Word.None)
        {
            if ((word & Word.Month) != 0 && Spoken.Date(n, i) < 0) Dates.Named(n, i);
            if ((word & Word.Season) != 0) Dates.Holiday(n, i);
            if ((word & Word.Title) != 0)
            {
                Names.Titled(n, i, evidence);
                PersonLines.Aged(n, i, evidence);
            }

            if ((word & (Word.PersonLabel | Word.SignVerb | Word.Relation)) != 0) Names.Labelled(n, i, evidence);
            // By, to and from label a person with a colon only.
            if ((word & Roles.Any) != 0 && ((word & Word.Stop) == 0 || n.After(i) == ':' || t.Line))
            {
                Roles.Field(n, i, evidence);
                if ((word & Word.Post) != 0) Roles.Before(n, i, evidence);
                if ((word & (Word.Relation | Word.Kin)) != 0) Roles.Kin(n, i, evidence);
            }

            if ((word & Word.Credential) != 0 && !Uncredentialed(n, i))
            {
                Names.Credentialed(n, i, evidence);
                Names.Typed(n, i);
            }

            if ((word & (Word.State | Word.StateCode)) != 0 && (t.Big && (word & Word.State) != 0 || t.Form == Form.Upper || (t.Length == 2 && n.IsNumber(i + 1, 5)))) Places.Around(n, i, evidence);
            if ((word & Word.PlaceVerb) != 0) Places.After(n, i, evidence);
            if ((word & (Word.Institution | Word.InstitutionPart)) != 0 && t.Big) Facilities.Headed(n, i);
            if ((word & Word.StreetSuffix) != 0 && t.Big) Places.Unnumbered(n, i);
            if ((word & Word.Tail) != 0 && t.Big) Employers.Tailed(n, i);
            if ((word & Word.Front) != 0 && t.Big) Employers.Fronted(n, i);
            if ((word & Word.Employer) != 0) Employers.Of(n, i);
            if ((word & Word.PlaceLabel) != 0) Employers.Labelled(n, i);
            if ((word & Word.Numeral) != 0) Spoken.Number(n, i);
            if ((word & Word.StreetTail) != 0) end = Math.Max(end, Abroad.Tail(n, i));
            if ((word & Word.StreetKind) != 0) end = Math.Max(end, Abroad.Kind(n, i));
        }

        if (t.Length == 1 && t.Form == Form.Upper && i + 1 < n.T.Length && n.T[i + 1].Length == 1 && n.Joined(i, '.') && (n.View[t.Start] == 'M' && n.View[n.T[i + 1].Start] == 'D' || n.View[t.Start] == 'D' && n.View[n.T[i + 1].Start] == 'O' || n.View[t.Start] == 'R' && n.View[n.T[i + 1].Start] == 'N' || n.View[t.Start] == 'N' && n.View[n.T[i + 1].Start] == 'P'))
            Names.Credentialed(n, i, evidence);
        if (n.Equals(i, "dob") || n.Equals(i, "mrn")) PersonLines.Aged(n, i, evidence);
        if ((word & Word.Trigger) != 0) Triggered(n, i);
        if (t.Length >= 6 && (n.T.Length > i + 1 && n.T[i + 1].Form is Form.Number or Form.Mixed || i > 0 && n.T[i - 1].Form is Form.Number or Form.Mixed)) end = Math.Max(end, Abroad.Ending(n, i));
        if (t.Form != Form.Number && t.Length <= 4 && t.Line) Names.Initials(n, i);
        if (t.Form == Form.Capital && n.After(i) is ',' or '-' || t.Line && n.After(i) is ',' or '-' or ' ' || t.Form == Form.Capital && t.Is(Word.Particle)) Names.LastFirst(n, i, evidence, false);
        if ((word & (Word.Greeting | Word.SignOff)) != 0 && t.Line)
        {
            if ((word & Word.Greeting) != 0) Cued.Greeted(n, i);
            else
            {
                Cued.SignedOff(n, i);
                PersonLines.SignedHere(n, i, evidence);
            }
        }

        if (t.Line) PersonLines.At(n, i, evidence);
        if (t.Length <= 3 && n.After(i) == '/') PersonLines.Slashed(n, i);
        if (t.Form == Form.Capital && n.Before(i) == ' ')
        {
            PersonLines.Dashed(n, i, evidence);
            PersonLines.Closing(n, i, evidence);
        }

        if (t.Form == Form.Upper && n.After(i) == ',') PersonLines.Tight(n, i, evidence);
        if (t.Length == 1)
        {
            Cued.Initials(n, i);
            PersonLines.Lettered(n, i, evidence);
            PersonLines.Spelled(n, i, evidence);
            if (n.After(i) == '/') PersonLines.Aged(n, i, evidence);
            if (n.View[t.Start] == 'I') PersonLines.Stating(n, i, evidence);
        }
        else if (t.Form != Form.Lower || n.Register.Flat) Cued.At(n, i, evidence);
        if (t.Big && t.Length > 1)
        {
            Evident.Plain(n, i, evidence);
            if (t.Form == Form.Capital)
            {
                Evident.Acting(n, i, evidence);
                Evident.Alone(n, i);
                Places.Beside(n, i);
                if (n.After(i) == '\'') Facilities.Possessive(n, i);
            }

            Places.Known(n, i, evidence);
        }
        else if (t.Line && t.Form == Form.Lower) Places.Known(n, i, evidence);

        return end;
    }

    // "OD>OS" is the right eye; "PA tag LKM 22" and "MD driver" are of a state.
    private static bool Uncredentialed(Note n, int i) =>
        n.Equals(i, "od") && (n.After(i) is '>' or '<' or '=' or '/' || n.Equals(i + 1, "os") || n.Equals(i - 1, "os"))
        || n.T[i].Is(Word.StateCode) && n.Spaced(i, 1) && (n.Equals(i + 1, "tag") || n.Equals(i + 1, "tags") || n.Equals(i + 1, "plate") || n.Equals(i + 1, "plates") || n.Equals(i + 1, "driver") || n.Equals(i + 1, "drivers"));

    // Words that single rules begin at.
    private void Triggered(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (n.Equals(i, "office")) Places.Office(n, i);
        if (n.Equals(i, "day") || n.Equals(i, "eve")) Days.Holiday(n, i);
        if (n.Equals(i, "with") || n.Equals(i, "by")) Evident.Paired(n, i, evidence);
        if (n.Equals(i, "at") || n.Equals(i, "to") || n.Equals(i, "from"))
        {
            Facilities.At(n, i);
            Employers.Flat(n, i);
        }

        if (n.Equals(i, "clinic") || n.Equals(i, "hospital") || n.Equals(i, "office")) Facilities.Lower(n, i);
        if (n.Equals(i, "county") || n.Equals(i, "cty") || n.Equals(i, "parish")) Places.County(n, i);
        if (n.Equals(i, "box")) Places.Box(n, i);
        if (n.Equals(i, "apo") || n.Equals(i, "fpo") || n.Equals(i, "dpo")) Abroad.Military(n, i);
        if (n.Equals(i, "baby")) Cued.Newborn(n, i);
        if (n.Equals(i, "corner")) Abroad.Corner(n, i);
        if (n.Equals(i, "wrote")) PersonLines.Quoted(n, i, evidence);
        if ((t.Word & (Word.Stop | Word.PlaceVerb | Word.Department)) == 0) Nicknames.Called(n, i, evidence);
        Ages.Words(n, i);
    }

    // Overlapping finds become one that covers all of them, named by the surest, the first of equals.
    private static List<Mark> Merge(Note n)
    {
        n.Marks.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : a.Confidence != b.Confidence ? b.Confidence.CompareTo(a.Confidence) : string.CompareOrdinal(a.Rule, b.Rule));
        var merged = new List<Mark>(n.Marks.Count);
        foreach (var mark in n.Marks)
        {
            if (merged.Count > 0 && mark.Start < merged[^1].End)
            {
                var before = merged[^1];
                var best = mark.Confidence > before.Confidence ? mark : before;
                merged[^1] = best with { Start = before.Start, End = Math.Max(before.End, mark.End) };
            }
            else merged.Add(mark);
        }

        return merged;
    }
}
