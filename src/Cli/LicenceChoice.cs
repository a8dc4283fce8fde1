using CodingAhead.Codes;

namespace CodingAhead.Cli;

/// <summary>Which licences the installation has accepted: from the option, the environment, or by asking a person once.</summary>
internal static class LicenceChoice
{
    public static async Task<Licence> MadeAsync(Shell shell, Licence? option, CancellationToken cancel)
    {
        if (option is { } given) return given;
        if (shell.Variable("CODINGAHEAD_ACCEPT") is { } variable)
        {
            return Licences.TryParse(variable, out var accepted)
                ? accepted
                : throw new UserException(ExitCode.Usage, $"CODINGAHEAD_ACCEPT is '{variable}'; expected a list of ama, ada, nubc, or none.");
        }

        if (!shell.CanAsk) return Licence.Public;
        await shell.Error.WriteLineAsync("CPT codes and descriptors are © American Medical Association, dental ones © American Dental Association, revenue codes © NUBC.");
        await shell.Error.WriteAsync("Which licences do you hold or accept (ama, ada, nubc; empty for none)? ");
        var answer = await shell.In.ReadLineAsync(cancel);
        return Licences.TryParse(answer, out var chosen) ? chosen : throw new UserException(ExitCode.Usage, $"'{answer}' is not a list of ama, ada, nubc.");
    }

    /// <summary>As words: <c>ama,ada</c>, or none.</summary>
    public static IReadOnlyList<string> Ids(Licence accepted) =>
        [.. ((Licence[])[Licence.Ama, Licence.Ada, Licence.Nubc]).Where(l => (accepted & l) != 0).Select(l => l.Id())];
}
