using Bungo.Forum.Domain;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bungo.Forum.Web.Tests.Architecture;

/// <summary>
/// A place in the program that makes a refusal, read from IL: a field of a list of refusals is one, a method that
/// takes the limit is another, and no list can forget either.
/// </summary>
internal sealed record MadeRefusal(string Code, bool HasLimit, string Where)
{
    public static IReadOnlyList<MadeRefusal> All() => [.. new[] { "Bungo.Forum.Domain", "Bungo.Forum.Web" }.SelectMany(MadeIn)];

    private static List<MadeRefusal> MadeIn(string assembly)
    {
        using var read = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        return [.. read.MainModule.GetTypes().Where(t => t.FullName != typeof(Refusal).FullName)
            .SelectMany(t => t.Methods).Where(m => m.HasBody).SelectMany(MadeBy)];
    }

    private static IEnumerable<MadeRefusal> MadeBy(MethodDefinition method)
    {
        foreach (var made in method.Body.Instructions.Where(IsMaking))
        {
            // The code is the first argument: a literal, so that it can be found here and by whoever looks for it in a log.
            // Between it and the call stands the limit alone, which is null when it is a zeroed local.
            var hasLimit = true;
            var at = made.Previous;
            for (; at is not null && at.OpCode != OpCodes.Ldstr; at = at.Previous)
                if (at.OpCode == OpCodes.Initobj) hasLimit = false;
                else Assert.False(IsMaking(at), $"{method.FullName}: a refusal's code is no literal");
            Assert.True(at is not null, $"{method.FullName}: a refusal's code is no literal");
            yield return new((string)at.Operand, hasLimit, method.FullName);
        }
    }

    private static bool IsMaking(Instruction instruction) =>
        instruction.OpCode == OpCodes.Newobj && instruction.Operand is MethodReference { DeclaringType.FullName: "Bungo.Forum.Domain.Refusal" };
}
