namespace CodingAhead.Text.Redact;

/// <summary>What a word does in a note, whatever else it may be. A word may do several things.</summary>
[Flags]
internal enum Word : ulong
{
    None = 0,
    Title = 1UL << 0,
    Credential = 1UL << 1,
    Month = 1UL << 2,
    Weekday = 1UL << 3,
    State = 1UL << 4,
    StateCode = 1UL << 5,
    StreetSuffix = 1UL << 6,
    Direction = 1UL << 7,
    Institution = 1UL << 8,
    InstitutionPart = 1UL << 9,
    Relation = 1UL << 10,
    Particle = 1UL << 11,
    Speech = 1UL << 12,
    PersonLabel = 1UL << 13,
    Land = 1UL << 14,
    Stop = 1UL << 15,
    EponymHead = 1UL << 16,
    Eponym = 1UL << 17,
    Unit = 1UL << 18,
    DatePreposition = 1UL << 19,
    Season = 1UL << 20,
    NumberLabel = 1UL << 21,
    PhoneLabel = 1UL << 22,
    FaxLabel = 1UL << 23,
    DateLabel = 1UL << 24,
    Heading = 1UL << 25,
    Medical = 1UL << 26,
    SignVerb = 1UL << 27,
    Suite = 1UL << 28,
    PlaceVerb = 1UL << 29,
    Department = 1UL << 30,
    Role = 1UL << 31,
    Saint = 1UL << 32,
    Country = 1UL << 33,
    PlaceLabel = 1UL << 34,
    Suffix = 1UL << 35,
    Phrase = 1UL << 36,
    Brand = 1UL << 37,
    Trigger = 1UL << 38,
    StreetKind = 1UL << 39,
    Clinical = 1UL << 40,
    Greeting = 1UL << 41,
    SignOff = 1UL << 42,
    Homely = 1UL << 43,
    Demonym = 1UL << 44,
    Anatomy = 1UL << 45,
    DrugVerb = 1UL << 46,
    Tail = 1UL << 47,
    Front = 1UL << 48,
    Employer = 1UL << 49,
    LooseHead = 1UL << 50,
    StreetTail = 1UL << 51,
    WeakTitle = 1UL << 52,
    StopSurname = 1UL << 53,
    Connector = 1UL << 54,
    CareVerb = 1UL << 55,
    Said = 1UL << 56,
    SiteVerb = 1UL << 57,
    MovedVerb = 1UL << 58,
    PlainStreet = 1UL << 59,
    Numeral = 1UL << 60,
    Kin = 1UL << 61,
    Post = 1UL << 62,
    SureLabel = 1UL << 63,
}

/// <summary>Looks the words of <see cref="WordLists"/> up by hash.</summary>
internal static class Lexicon
{
    private const int Size = 1 << 13;

    private static readonly (ulong Hash, Word Word)[] Table = Fill();

    /// <summary>What the word with this hash does.</summary>
    public static Word Of(ulong hash)
    {
        for (var at = (int)(hash >> 40) & (Size - 1); Table[at].Hash != 0; at = (at + 1) & (Size - 1))
        {
            if (Table[at].Hash == hash) return Table[at].Word;
        }

        return Word.None;
    }

    private static void Add((ulong Hash, Word Word)[] table, ulong hash, Word word)
    {
        var at = (int)(hash >> 40) & (Size - 1);
        while (table[at].Hash != 0 && table[at].Hash != hash) at = (at + 1) & (Size - 1);
        table[at] = (hash, table[at].Word | word);
    }

    private static (ulong Hash, Word Word)[] Fill()
    {
        var table = new (ulong Hash, Word Word)[Size];
        foreach (var (word, _, list) in WordLists.All)
        {
            foreach (var range in list.AsSpan().Split(' '))
            {
                var text = list.AsSpan(range).Trim();
                if (text.IsEmpty) continue;
                Add(table, Words.Hash(text), word);
                if (word == Word.EponymHead && text[^1] != 's') Add(table, Words.Hash($"{text}s"), word);
            }
        }

        foreach (var hash in Eponyms.Firsts) Add(table, hash, Word.Phrase);
        foreach (var hash in Numbers.LabelWords) Add(table, hash, Word.NumberLabel);
        return table;
    }
}
