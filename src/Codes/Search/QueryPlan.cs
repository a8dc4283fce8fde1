namespace CodingAhead.Codes.Search;

/// <summary>A term of the book that answers a term of the query, and how surely: 1 the same, less for a relative.</summary>
internal readonly record struct Answer(int Token, float Trust);

/// <summary>A term of a query: the tokens that answer it, surest first, and what it weighs.</summary>
internal sealed record QueryTerm(List<Answer> Answers, float Weight, int Postings);

/// <summary>One reading of a query: as typed, or with an abbreviation written out.</summary>
/// <param name="Terms">Rarest first.</param>
/// <param name="Weight">Of all terms, those that no phrase has included.</param>
/// <param name="Trust">How sure the reading is.</param>
/// <param name="Words">Hashes of the words typed, in order.</param>
internal sealed record QueryPlan(List<QueryTerm> Terms, float Weight, float Trust, uint[] Words);
