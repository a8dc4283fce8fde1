using System.Buffers;
using System.Collections.Frozen;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Identifying numbers (G to R): after a label, or by their form. Checksums raise confidence and never decide: a mistyped identifier is one all the same.
/// </summary>
internal static class Numbers
{
    private static readonly SearchValues<char> NotInVin = SearchValues.Create("ioqIOQ");
    private static readonly SearchValues<char> BeforeValue = SearchValues.Create(" \t#:=.(-/\"'_");
    private static readonly SearchValues<char> RightBeforeValue = SearchValues.Create(" \t\n\r#:=.(-/\"'*");

    // Label, type, and how many digits a value needs to be believed: words that also count ordinary things need more.
    private static readonly FrozenDictionary<ulong, (PhiType Type, int Digits)> Labels = Table();

    /// <summary>Hashes of the words that label a number.</summary>
    public static IEnumerable<ulong> LabelWords => Labels.Keys;

    private static FrozenDictionary<ulong, (PhiType Type, int Digits)> Table()
    {
        (PhiType Type, int Digits, string Words)[] lists =
        [
            (PhiType.Mrn, 3, "mrn mr# medrec mpi emrn"),
            (PhiType.Mrn, 4, "mr record records chart rec id pid ptid unit identifier client inmate pt patient"),
            (PhiType.Account, 4, "acct account acc bank card iban routing visa mastercard amex hospacct"),
            (PhiType.Plan, 4, "plan member policy beneficiary insurance medicare medicaid mbi hicn hic hmo tricare payer subscriber insured certificate aadhaar nino"),
            (PhiType.Plan, 5, "group grp"),
            (PhiType.License, 4, "npi dea license licence lic licenses licensure dl upin dln certification registration passport"),
            (PhiType.Vehicle, 3, "vin plate plates tag"),
            (PhiType.Device, 4, "serial sn lot udi gtin imei ser sernum catalog batch"),
            (PhiType.Id, 4, "accession acc# specimen job encounter csn confirmation reference ref transaction tracking requisition req ticket document dictation doc dict tid voucher invoice claim case visit fin har order incident docket subject randomization enrollment file authorization auth referral ein tin badge employee rx prescription study booking band wristband bracelet log census barcode folder locker kit"),
            (PhiType.Id, 3, "donor"),
            (PhiType.Ssn, 4, "ssn social ss security"),
            (PhiType.Biometric, 3, "fingerprint fingerprints afis biometric retina retinal iris voiceprint faceprint palm"),
            (PhiType.Zip, 5, "zip zipcode postal postcode"),
        ];
        var table = new Dictionary<ulong, (PhiType, int)>();
        foreach (var (type, digits, words) in lists)
        {
            foreach (var word in words.Split(' ')) table.TryAdd(Words.Hash(word), (type, digits));
        }

        return table.ToFrozenDictionary();
    }

    /// <summary>A label at token <paramref name="i"/> and its value after it. Returns the last token it covers, or -1.</summary>
    public static int Labelled(Note n, int i)
    {
        if (!Labels.TryGetValue(n.T[i].Hash, out var label))
        {
            // patientMRN: 551208, "memberId": the label is the last hump, and a sign must follow.
            if (n.T[i].Form != Form.Camel || !Labels.TryGetValue(Words.Hash(Hump(n.Text(i))), out label) || n.Gap(i).IndexOfAny('#', ':', '=') < 0) return -1;
        }

        // "plan" labels a number only with a word that says so: "plan ID", "plan no."
        if (n.Equals(i, "plan") && !(n.Spaced(i, 1) && (n.Equals(i + 1, "id") || n.Equals(i + 1, "no") || n.Equals(i + 1, "number")) || n.Gap(i).Contains('#'))) return -1;
        // "Pt # 44821": without the sign a patient is counted, not numbered.
        if ((n.Equals(i, "pt") || n.Equals(i, "patient")) && !(n.Gap(i).Contains('#') || n.Spaced(i, 1) && (n.Equals(i + 1, "id") || n.Equals(i + 1, "number") || n.Equals(i + 1, "identifier") || n.Equals(i + 1, "mrn")))) return -1;
        var j = i;
        var explicitly = false;
        // Number, no, #, id, code, is: what may stand between.
        for (var steps = 0; steps < 4 && j + 1 < n.T.Length; steps++)
        {
            var gap = n.Gap(j);
            if (gap.Length > 5 && gap.Trim().Length == 0 && !(n.T[j].Line && Strong(n, j + 1))) break;
            if (gap.IndexOfAny('#', ':', '=') >= 0) explicitly = true;
            if (gap.IndexOfAnyExcept(BeforeValue) >= 0 || gap.Contains('\n') && !gap.Contains(':')) return -1;
            var next = j + 1;
            if (n.Equals(next, "number") || n.Equals(next, "no") || n.Equals(next, "num") || n.Equals(next, "nr") || n.Equals(next, "id") || n.Equals(next, "code") || n.Equals(next, "identifier"))
            {
                explicitly = true;
                j = next;
            }
            // "DEA on file BB 2290174"
            else if (n.Equals(next, "on") && n.Equals(next + 1, "file") && n.Spaced(next, 1)) j = next + 1;
            // "plate WI 449-KTZ": the state that issued it.
            else if (label.Type is PhiType.Vehicle or PhiType.License && n.T[next].Is(Word.StateCode) && n.T[next].Form == Form.Upper && n.Spaced(next, 1) && n.T[next + 1].Form is Form.Number or Form.Mixed) j = next;
            // "a study of 1200 patients"
            else if (n.Equals(next, "of") && n.Equals(i, "study")) return -1;
            else if (n.Equals(next, "is") || n.Equals(next, "was") || n.Equals(next, "of") || n.Equals(next, "s") || n.Equals(next, "ending") || n.Equals(next, "ends") || n.Equals(next, "in") && (n.Equals(j, "ending") || n.Equals(j, "ends"))) j = next;
            else if (n.T[next].IsWord && Labels.TryGetValue(n.T[next].Hash, out var inner))
            {
                if (label.Type is PhiType.Ssn or PhiType.Biometric || inner.Type == PhiType.Mrn && label.Type != PhiType.Id) label = (label.Type, Math.Min(label.Digits, inner.Digits));
                else label = inner;
                j = next;
            }
            else break;
        }

        if (j + 1 >= n.T.Length) return -1;
        var first = j + 1;
        var before = n.Gap(j);
        if (label.Type == PhiType.Id && n.Equals(i, "rx") && Hours(n, first)) return -1;
        if (before.Length > 12 && !Strong(n, first) || before.IndexOfAnyExcept(RightBeforeValue) >= 0) return -1;
        if (before.IndexOfAny('#', ':', '=') >= 0) explicitly = true;
        // "tow tag 7740", "ear tag": a tag that is named by what it is tied to.
        if (label.Type == PhiType.Vehicle && n.Equals(i, "tag") && i > 0 && n.Spaced(i - 1, 1) && (n.Equals(i - 1, "tow") || n.Equals(i - 1, "evidence") || n.Equals(i - 1, "property"))) explicitly = true;
        if (label.Type == PhiType.Vehicle && !n.Equals(i, "vin") && !explicitly && !n.T[first].Big && n.T[first].Form != Form.Mixed && !n.Equals(i - 1, "license")) return -1;
        return Value(n, first, label.Type, explicitly ? Math.Min(label.Digits, 3) : label.Digits, explicitly, "id-label");
    }

    // A value of a form that no measure has: letters and digits as one, six and more.
    private static bool Strong(Note n, int i) => i < n.T.Length && n.T[i] is { Form: Form.Mixed, Length: >= 5 } && char.IsAsciiLetterUpper(n.View[n.T[i].Start]);

    // "4h00": how long a dialysis or an infusion runs.
    private static bool Hours(Note n, int i) => i < n.T.Length && n.T[i] is { Form: Form.Mixed, Length: 3 or 4 } && n.Text(i).IndexOfAny('h', 'H') is 1 or 2;

    // Capitals of one to four letters, and one more group of them after a hyphen, before digits: "TREM 6212 1234", "ME 23-00871", "MI-P 3302197", "W 2281 55 901". The digits' token, or -1.
    private static int Lettered(Note n, int first, bool explicitly, out int letters)
    {
        letters = 0;
        var k = first;
        for (var groups = 0; groups < 2 && k < n.T.Length && n.T[k] is { Form: Form.Upper, Length: <= 4 }; groups++, k++)
        {
            letters += n.T[k].Length;
            if (n.Spaced(k, 1) && k + 1 < n.T.Length && n.T[k + 1].Form is Form.Number or Form.Mixed)
            {
                var digits = 0;
                for (var j = k + 1; j < n.T.Length && j < k + 4 && n.T[j].Form is Form.Number or Form.Mixed && (j == k + 1 || n.Joined(j - 1, ' ') || n.Joined(j - 1, '-')); j++) digits += n.T[j].Form == Form.Number ? n.T[j].Length : n.T[j].Length - 1;
                return n.T[k + 1].Form == Form.Number && n.T[k + 1].Length >= 3 && (explicitly || n.IsNumber(k + 2)) || explicitly && (digits >= 4 || n.T[k + 1].Form == Form.Mixed && letters + n.T[k + 1].Length >= 5) || digits >= 7 ? k + 1 : -1;
            }

            if (!n.Joined(k, '-')) return -1;
        }

        return -1;
    }

    // The last hump of a camel word, in lower case; the one before it where the last only says "number".
    private static string Hump(ReadOnlySpan<char> word)
    {
        for (var (at, end) = (word.Length - 1, word.Length); at > 0; at--)
        {
            if (!char.IsUpper(word[at]) || char.IsUpper(word[at - 1]) && !(at + 1 < end && char.IsLower(word[at + 1]))) continue;
            var hump = word[at..end].ToString().ToLowerInvariant();
            if (hump is not ("number" or "no" or "num" or "nr" or "code" or "value")) return hump;
            end = at;
            if (!word[..at].ContainsAnyInRange('A', 'Z')) return word[..at].ToString().ToLowerInvariant();
        }

        return "";
    }

    private static int Value(Note n, int first, PhiType type, int needed, bool explicitly, string rule)
    {
        if (Donation(n, first) is var donation and >= 0) return donation;
        var (digits, letters, last, upper) = (0, 0, first, true);
        for (var k = first; k < n.T.Length && k - first < 8; k++)
        {
            if (k > first)
            {
                var gap = n.Gap(k - 1);
                var joined = gap.Length == 1 && gap[0] is '-' or '.' or '/' or '_';
                var spaced = gap.Length == 1 && gap[0] == ' ' && (type is PhiType.Ssn or PhiType.Account or PhiType.Plan || explicitly && type is PhiType.License or PhiType.Biometric || type == PhiType.Mrn && n.T[k - 1] is { Form: Form.Mixed, Length: >= 6 } && n.Number(k) is < 1900 or > 2100 || type == PhiType.Device && (explicitly || digits >= 5 && n.T[k].Length == 3 && !n.WordAt(k + 1).HasFlag(Word.Unit))) && Grouped(n, k, type);
                // "census # 204,418"
                var thousands = explicitly && gap is "," && type == PhiType.Id && n.IsNumber(k - 1) && n.T[k - 1].Length <= 3 && n.IsNumber(k, 3);
                if (!joined && !spaced && !thousands) break;
                if (gap[0] == '/' && !n.IsNumber(k)) break;
                // What follows a whole number is another: "SSN 901-55-3127 3/4/2021".
                if (spaced && type == PhiType.Ssn && digits >= 9) break;
            }

            var text = n.Text(k);
            var d = 0;
            foreach (var c in text)
            {
                if (char.IsAsciiDigit(c)) d++;
                else if (c is >= 'a' and <= 'z') upper = false;
            }

            // Letters, then groups of digits.
            if (d == 0 && k == first && Spelled(type) && Lettered(n, first, explicitly || type == PhiType.Vehicle || type == PhiType.Device && k + 1 < n.T.Length && n.T[k + 1] is { Form: Form.Mixed, Length: >= 6 }, out letters) is var from and >= 0 && (explicitly || type != PhiType.Vehicle || n.T[from].Form == Form.Mixed || n.T[from].Length >= 4))
            {
                last = from;
                while (last + 1 < n.T.Length && last - first < 6 && (n.Spaced(last, 1) && n.T[last].Length <= 5 && n.T[from].Form == Form.Number || n.Joined(last, '-')) && n.IsNumber(last + 1)) last++;
                for (var j = from; j <= last; j++) digits += n.T[j].Length;
                // "plate C 71082 F"
                if (type == PhiType.Vehicle && n.Joined(last, ' ') && n.T[last + 1] is { Form: Form.Upper, Length: 1 }) last++;
                break;
            }

            if (d == 0 && k == first && n.CharAt(n.T[k].End) is not ('-' or '_') && !(type == PhiType.Biometric && n.T[k].Form == Form.Upper && n.T[k].Length >= 5)) return -1;
            if (d == 0 && k > first && text.Length > 12) break;
            digits += d;
            letters += text.Length - d;
            last = k;
        }

        // A trailing word is prose: "12345-patient".
        while (last > first && n.T[last].IsWord && n.T[last].Form == Form.Lower && n.T[last].Length > 3) last--;
        var strongLetters = upper && (explicitly && digits + letters >= 6 && letters > 0 || letters >= 3 && digits >= 3 && type is PhiType.Device or PhiType.Plan or PhiType.License or PhiType.Mrn or PhiType.Account || type == PhiType.Vehicle && letters >= 2 && digits >= 2 && digits + letters >= 5);
        if (digits < needed && !(strongLetters && digits > 0) && !(type == PhiType.Biometric && upper && letters >= 6)) return -1;
        if (digits == 0 && type != PhiType.Biometric) return -1;
        if (digits < 6 && n.CharAt(n.T[last].End) == '%') return -1;
        if (digits < 6 && n.Spaced(last) && n.T[last].Form == Form.Number && n.WordAt(last + 1).HasFlag(Word.Unit)) return -1;
        if (type == PhiType.Ssn && digits < 4 || !explicitly && first == last && n.IsNumber(first, 4) && n.Number(first) is >= 1900 and <= 2100) return -1;
        if (type == PhiType.Ssn && digits is not (9 or 4) && digits > 9) type = PhiType.Id;
        var start = n.T[first].Start;
        while (start > 0 && n.View[start - 1] is '#' or '*' || start > 1 && n.View[start - 1] == '-' && n.View[start - 2] == '*') start--;
        n.Mark(start, n.T[last].End, type, rule, explicitly ? 0.97 : 0.85);
        return last;
    }

    // Types whose numbers are issued with letters before them.
    private static bool Spelled(PhiType type) => type is PhiType.Plan or PhiType.Account or PhiType.License or PhiType.Id or PhiType.Vehicle or PhiType.Biometric or PhiType.Mrn or PhiType.Device;

    // A group of digits after a blank that goes on: "27 440 118", "W7741 08852", "12088174 021".
    private static bool Grouped(Note n, int k, PhiType type)
    {
        if (!n.IsNumber(k) || n.T[k].Length > 5) return false;
        if (n.IsNumber(k - 1)) return n.T[k - 1].Length <= (type is PhiType.Device or PhiType.Biometric ? 9 : 4);
        return n.T[k - 1] is { Form: Form.Mixed, Length: <= 8 } && char.IsAsciiLetterUpper(n.View[n.T[k - 1].Start]) && n.T[k].Length is 4 or 5 && !n.WordAt(k + 1).HasFlag(Word.Unit);
    }

    /// <summary>A number that is an identifier by its form. Returns the last token it covers, or -1.</summary>
    public static int Lone(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (i > 0 && n.T[i - 1].End == t.Start - 1 && n.Before(i) is '-' or '_' && n.T[i - 1].Form is Form.Number or Form.Mixed) return -1;
        if (Ssn(n, i) is var ssn and >= 0) return ssn;
        if (Medicare(n, i) is var mbi and >= 0) return mbi;
        if (t.Form == Form.Mixed) return Letters(n, i);

        // Cards: thirteen to nineteen digits, in groups of four or as one.
        var (digits, last) = (t.Length, i);
        while (last + 1 < n.T.Length && last - i < 5 && n.IsNumber(last + 1) && (n.Joined(last, ' ') || n.Joined(last, '-')) && n.T[last].Length is 4 or 6 && n.T[last + 1].Length <= 6) digits += n.T[++last].Length;
        if (digits is >= 13 and <= 19 && (last == i || n.T[i].Length == 4))
        {
            n.Mark(t.Start, n.T[last].End, PhiType.Account, "card", 0.9);
            return last;
        }

        if (t.Length >= 7 && n.Before(i) is not ('.' or ',' or '$') && n.CharAt(t.End) != ',')
        {
            if (n.Spaced(i) && n.WordAt(i + 1).HasFlag(Word.Unit)) return -1;
            if (n.CharAt(t.End) == '.' && char.IsAsciiDigit(n.CharAt(t.End + 1))) return -1;
            var end = n.Joined(i, '-') && n.IsNumber(i + 1) ? i + 1 : i;
            n.Mark(t.Start, n.T[end].End, PhiType.Id, "id-digits", 0.75);
            return end;
        }

        // Three groups joined by hyphens that are no date: 16-31-89, 813-51-34.
        if (t.Length is >= 2 and <= 5 && n.Joined(i, '-') && n.IsNumber(i + 1) && n.Joined(i + 1, '-') && n.IsNumber(i + 2) && !n.Joined(i + 2, '-'))
        {
            var sum = t.Length + n.T[i + 1].Length + n.T[i + 2].Length;
            if (sum < 6 || n.T[i + 1].Length < 2 || n.T[i + 2].Length < 2 || n.Spaced(i + 2) && n.WordAt(i + 3).HasFlag(Word.Unit)) return -1;
            n.Mark(t.Start, n.T[i + 2].End, PhiType.Mrn, "id-groups", 0.7);
            return i + 2;
        }

        return -1;
    }

    // 123-45-6789, 123 45 6789, and masked: xxx-xx-6789, ***-**-6789.
    private static int Ssn(Note n, int i)
    {
        if (n.IsNumber(i, 3) && n.IsNumber(i + 1, 2) && n.IsNumber(i + 2, 4) && (n.Joined(i, '-') && n.Joined(i + 1, '-') || n.Joined(i, ' ') && n.Joined(i + 1, ' ') || n.Joined(i, '.') && n.Joined(i + 1, '.')))
        {
            n.Mark(n.T[i].Start, n.T[i + 2].End, PhiType.Ssn, "ssn", 0.97);
            return i + 2;
        }

        if (!n.IsNumber(i, 4)) return -1;
        // Last four 4409
        if ((n.Equals(i - 1, "four") || n.Equals(i - 1, "4")) && n.Equals(i - 2, "last") && n.Gap(i - 1).Length <= 3)
        {
            n.Mark(n.T[i].Start, n.T[i].End, PhiType.Ssn, "ssn-last", 0.85);
            return i;
        }

        var at = n.T[i].Start - 1;
        var (marks, dashes) = (0, 0);
        for (; at >= 0 && n.T[i].Start - at < 8; at--)
        {
            if (n.View[at] is 'x' or 'X' or '*' or '#') marks++;
            else if (n.View[at] is '-' or ' ' && marks + dashes < 7 && dashes < 2 && (n.View[at] == '-' || marks is 2 or 0)) dashes++;
            else break;
        }

        if (marks != 5 || dashes > 2) return -1;
        n.Mark(at + 1, n.T[i].End, PhiType.Ssn, "ssn-masked", 0.95);
        return i;
    }

    // The form of the Medicare beneficiary identifier (CMS, 2018): C A AN N A AN N A A N N, its hyphens optional. OCR may give a letter for a digit, so that any
    // letters are accepted where the form has one.
    private static int Medicare(Note n, int i)
    {
        Span<char> v = stackalloc char[11];
        var (count, last) = (0, i);
        for (var k = i; k < n.T.Length && count < 11; k++)
        {
            if (k > i && !(n.Joined(k - 1, '-') || n.Joined(k - 1, ' '))) return -1;
            foreach (var c in n.Text(k))
            {
                if (count == 11) return -1;
                v[count++] = c;
            }

            last = k;
            if (k - i > 2) return -1;
        }

        if (count != 11) return -1;
        const string Shape = "9A*9A*9AA99";
        for (var k = 0; k < 11; k++)
        {
            var (digit, letter) = (char.IsAsciiDigit(v[k]), char.IsAsciiLetter(v[k]));
            if (!(Shape[k] switch { '9' => digit, 'A' => letter, _ => digit || letter })) return -1;
        }

        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Plan, "mbi", 0.96);
        return last;
    }

    // Letters and digits as one: VIN, M7289881, plates and serials only after a label.
    private static int Letters(Note n, int i)
    {
        var text = n.Text(i);
        var digits = 0;
        var lower = false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else lower |= c is >= 'a' and <= 'z';
        }

        var letters = text.Length - digits;
        var lead = text.IndexOfAnyInRange('0', '9');
        // IBAN (ISO 13616): a country, two check digits, then groups of four.
        if (text.Length == 4 && letters == 2 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]))
        {
            var end = i;
            while (end + 1 < n.T.Length && end - i < 8 && n.Joined(end, ' ') && n.T[end + 1].Length <= 4 && n.T[end + 1].Form is Form.Number or Form.Mixed or Form.Upper && (n.T[end].Length == 4)) end++;
            if (end - i >= 3)
            {
                n.Mark(n.T[i].Start, n.T[end].End, PhiType.Account, "iban", 0.95);
                return end;
            }
        }

        if (Donation(n, i) is var donation and >= 0) return donation;

        // "Orr, Nils O4471", the veterans' short number: the surname's letter and four digits.
        if (lead == 1 && text.Length == 5 && digits == 4 && !lower && Short(n, i, text[0]))
        {
            n.Mark(n.T[i].Start, n.T[i].End, PhiType.Id, "id-short", 0.85);
            return i;
        }

        if (text.Length == 17 && digits is >= 3 and <= 14 && text.IndexOfAny(NotInVin) < 0)
        {
            n.Mark(n.T[i].Start, n.T[i].End, PhiType.Vehicle, "vin", 0.95);
            return i;
        }

        if (lead is >= 1 and <= 4 && digits >= 6 && letters <= 5 && !(lower && letters > 3))
        {
            n.Mark(n.T[i].Start, n.T[i].End, PhiType.Id, "id-mixed", 0.75);
            return i;
        }

        // G543-4288-7885: groups that begin with a letter.
        var (sum, last) = (digits, i);
        while (last + 1 < n.T.Length && last - i < 4 && n.Joined(last, '-') && n.T[last + 1].Form is Form.Number or Form.Mixed) sum += n.T[++last].Length;
        // S23-40917: a laboratory's letter and year, and a number of five.
        if (last > i && !lower && (sum >= 8 || last == i + 1 && lead is 1 or 2 && text.Length - lead == 2 && n.IsNumber(last, 5)))
        {
            n.Mark(n.T[i].Start, n.T[last].End, PhiType.Id, "id-mixed", 0.7);
            return last;
        }

        if (digits >= 5 && text.Length >= 9 && !lower)
        {
            n.Mark(n.T[i].Start, n.T[i].End, PhiType.Id, "id-mixed", 0.65);
            return i;
        }

        return -1;
    }

    // The number of a donation (ISBT 128): W0417 24 118230.
    private static int Donation(Note n, int i)
    {
        if (n.T[i] is not { Form: Form.Mixed, Length: 5 } || !char.IsAsciiLetterUpper(n.View[n.T[i].Start]) || n.Text(i)[1..].IndexOfAnyExceptInRange('0', '9') >= 0) return -1;
        if (!n.Joined(i, ' ') || !n.IsNumber(i + 1, 2) || !n.Joined(i + 1, ' ') || !n.IsNumber(i + 2, 6)) return -1;
        n.Mark(n.T[i].Start, n.T[i + 2].End, PhiType.Id, "isbt", 0.9);
        return i + 2;
    }

    // "ORR,NILS O4471": the surname before the comma begins with the letter.
    private static bool Short(Note n, int i, char letter) =>
        i > 1 && (n.Spaced(i - 1) || n.Gap(i - 1) is ", ") && n.T[i - 1].Form == Form.Upper && n.T[i - 2].Form == Form.Upper && n.Gap(i - 2) is "," or ", " && n.View[n.T[i - 2].Start] == letter
        || i > 0 && n.Spaced(i - 1) && n.Named(n.T[i - 1].End) is var name and >= 0 && char.ToUpperInvariant(n.View[name]) == letter;

    /// <summary>Capital letters, a hyphen and digits: <c>GV-994411</c>. Called at the letters.</summary>
    public static int Prefixed(Note n, int i)
    {
        if (n.T[i].Form != Form.Upper || n.T[i].Length is < 1 or > 6 || !n.Joined(i, '-') || i + 1 >= n.T.Length || n.T[i + 1].Form is not (Form.Number or Form.Mixed)) return -1;
        var (digits, last) = (0, i);
        while (last + 1 < n.T.Length && last - i < 4 && n.Joined(last, '-') && n.T[last + 1].Form is Form.Number or Form.Mixed) digits += n.T[++last].Length;
        if (digits < 5) return -1;
        // HK-339107-L
        if (n.Joined(last, '-') && n.T[last + 1] is { Form: Form.Upper, Length: 1 }) last++;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Id, "id-prefixed", 0.75);
        return last;
    }
}
