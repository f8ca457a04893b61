using System.Text.RegularExpressions;

namespace BackOffice.Tests.Platform.Languages;

/// <summary>Every sentence that the sources can put before a person, with the place it stands in.</summary>
public static partial class SpokenSentences
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<(string Sentence, string Place)> All() => Sources().SelectMany(file => In(File.ReadAllText(file)).Select(s => (s, Path.GetRelativePath(Root, file))));

    /// <summary>The sentences of one source text.</summary>
    public static IEnumerable<string> In(string source)
    {
        foreach (Match call in Calls().Matches(source))
        {
            // What is inside is found by its own match.
            if (call.Value == "RuleBroken(" && source.AsSpan(call.Index + call.Length).TrimStart().StartsWith("new ", StringComparison.Ordinal)) continue;
            var arguments = Arguments(source, call.Index + call.Length).ToList();
            var at = call.Value.TrimEnd('(', '[') switch
            {
                "L" or "texts" or "Texts" or "Nav" or "NavGroup" or "Description" or "RuleBroken" or "ValidationResult" or "Saying" or "Word" or "Result" or "StepAsync" => 0,
                "Require" or "Fault" or "AccessDenied" => 1,
                "RequireField" => 2,
                "TellAsync" or "TellHoldersAsync" => 4,
                _ => -1,
            };
            if (at < 0)
            {
                var name = arguments.FirstOrDefault(a => a.StartsWith("Name =", StringComparison.Ordinal));
                if (name is not null) foreach (var literal in Literals(name)) yield return literal;
            }
            else if (at < arguments.Count) foreach (var literal in Literals(arguments[at])) yield return literal;
        }
    }

    private static IEnumerable<string> Sources() => new[] { "BackOffice.Portal", "BackOffice.Domain" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, project), "*.*", SearchOption.AllDirectories))
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>The arguments of a call whose bracket has just been opened, split at its own commas.</summary>
    private static IEnumerable<string> Arguments(string source, int start)
    {
        var (depth, from) = (0, start);
        for (var i = start; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '"': i = EndOfLiteral(source, i); break;
                case '(' or '[' or '{': depth++; break;
                case ')' or ']' or '}' when depth-- == 0:
                    yield return source[from..i].Trim();
                    yield break;
                case ',' when depth == 0:
                    yield return source[from..i].Trim();
                    from = i + 1;
                    break;
                default: break;
            }
        }
    }

    private static IEnumerable<string> Literals(string argument)
    {
        for (var i = 0; i < argument.Length; i++)
        {
            if (argument[i] != '"') continue;
            var end = EndOfLiteral(argument, i);
            if (i == 0 || argument[i - 1] != '$') yield return Regex.Unescape(argument[(i + 1)..end].Replace("{", "\\{", StringComparison.Ordinal));
            i = end;
        }
    }

    private static int EndOfLiteral(string source, int open)
    {
        var i = open + 1;
        while (i < source.Length && source[i] != '"') i += source[i] == '\\' ? 2 : 1;
        return i;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BackOffice.Portal.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"(?<![\w.])(L|texts|Texts)\[|(?<=\[)(Nav|Description|Display)\(|(?<=assembly: )NavGroup\(|(?<=\bRule\.)(Require|RequireField)\(|(?<=\bNoticeBoard\.)(TellAsync|TellHoldersAsync)\(|(?<=\bnew )(Fault|RuleBroken|AccessDenied|ValidationResult|Saying|Word)\(|(?<=\brun\.)(Result|StepAsync)\(|(?<=, )(Display|Description)\(")]
    private static partial Regex Calls();
}
