using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bungo.Forum.Web.Tests.Architecture;

/// <summary>
/// The walls of the house, read from IL: a feature never uses another feature, Domain, Ledger and Contract use
/// nothing, and only Domain makes its entities. Source text would not do: a relative name needs no using, and
/// Razor compiles a page into a class outside our namespaces (<c>Features_Discussions_Topic</c>), so both
/// shapes are taken for the feature's.
/// </summary>
public class WallsTests
{
    private const string FeatureRoot = "Bungo.Forum.Web.Features.";
    private static readonly string Folder = AppContext.BaseDirectory;

    [Fact]
    public void No_feature_uses_another()
    {
        using var web = Read("Bungo.Forum.Web");
        var inspected = 0;
        var breaches = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in AllTypes(web.MainModule))
        {
            if (FeatureOf(type) is not { } feature) continue;
            inspected++;
            foreach (var used in Uses(type))
                if (FeatureOf(used) is { } other && other != feature) breaches.Add($"{type.FullName} ({feature}) uses {used.FullName} ({other})");
        }

        Assert.True(inspected > 50, $"inspected {inspected} types");
        Assert.Empty(breaches);
    }

    [Fact]
    public void Pages_are_seen_and_belong_to_their_folder()
    {
        using var web = Read("Bungo.Forum.Web");
        var pages = AllTypes(web.MainModule).Where(t => t.Name.StartsWith("Features_", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 10, $"{pages.Count} pages");
        Assert.Contains(pages, p => FeatureOf(p) == "Discussions");
    }

    [Theory]
    [InlineData("Bungo.Forum.Domain")]
    [InlineData("Bungo.Forum.Ledger")]
    [InlineData("Bungo.Forum.Contract")]
    public void The_pure_libraries_use_the_base_class_library_only(string name)
    {
        using var assembly = Read(name);
        var references = assembly.MainModule.AssemblyReferences.Select(r => r.Name).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.StartsWith("System.", r, StringComparison.Ordinal));
    }

    [Fact]
    public void Domain_reads_no_clock_no_file_and_no_network()
    {
        using var domain = Read("Bungo.Forum.Domain");
        string[] forbidden = ["System.IO.File", "System.IO.Directory", "System.Net.", "System.Console", "System.Environment", "System.TimeProvider", "System.Diagnostics.Process"];
        var inspected = 0;
        foreach (var type in AllTypes(domain.MainModule))
        {
            inspected++;
            // An iterator the compiler makes asks Environment for its thread; what the rules do is in the method it serves.
            if (type.Name.StartsWith('<')) continue;
            Assert.DoesNotContain(Uses(type), u => forbidden.Any(f => u.FullName.StartsWith(f, StringComparison.Ordinal)));
        }

        Assert.True(inspected > 20);
    }

    /// <summary>What has an <c>Id</c> a database gives is an entity; nobody outside Domain may call its constructors.</summary>
    [Fact]
    public void Entities_are_made_by_Domain_alone()
    {
        using var domain = Read("Bungo.Forum.Domain");
        var entities = AllTypes(domain.MainModule).Where(t => t.IsClass && t.Properties.Any(p => p.Name == "Id" && p.PropertyType.FullName == "System.Int64")).ToList();
        Assert.True(entities.Count >= 5, $"{entities.Count} entities");
        Assert.All(entities, e => Assert.DoesNotContain(e.Methods, m => m.IsConstructor && !m.IsStatic && m.IsPublic));
        Assert.All(entities, e => Assert.DoesNotContain(e.Properties, p => p.SetMethod is { IsPublic: true }));
    }

    [Fact]
    public void Every_folder_of_features_adds_itself_in_one_place()
    {
        using var web = Read("Bungo.Forum.Web");
        var features = AllTypes(web.MainModule).Select(FeatureOf).Where(f => f is not null and not "Shared").Distinct().ToList();
        Assert.NotEmpty(features);
        Assert.All(features, f => Assert.Contains(AllTypes(web.MainModule), t => t.FullName == $"{FeatureRoot}{f}.{f}Feature"));
    }

    private static AssemblyDefinition Read(string name) => AssemblyDefinition.ReadAssembly(Path.Combine(Folder, name + ".dll"));

    private static IEnumerable<TypeDefinition> AllTypes(ModuleDefinition module)
    {
        var rest = new Stack<TypeDefinition>(module.Types);
        while (rest.TryPop(out var type))
        {
            yield return type;
            foreach (var nested in type.NestedTypes) rest.Push(nested);
        }
    }

    private static string? FeatureOf(TypeReference type)
    {
        var outer = type;
        while (outer.DeclaringType is not null) outer = outer.DeclaringType;
        if (outer.Namespace.StartsWith(FeatureRoot, StringComparison.Ordinal)) return outer.Namespace[FeatureRoot.Length..].Split('.')[0];
        return outer.Name.StartsWith("Features_", StringComparison.Ordinal) && outer.Name.Split('_') is { Length: > 2 } parts && parts[1].Length > 0 ? parts[1] : null;
    }

    private static HashSet<TypeReference> Uses(TypeDefinition type)
    {
        var used = new HashSet<TypeReference>();
        void Add(TypeReference? reference)
        {
            switch (reference)
            {
                case null: return;
                case GenericInstanceType generic:
                    foreach (var argument in generic.GenericArguments) Add(argument);
                    Add(generic.ElementType);
                    return;
                case TypeSpecification specification: Add(specification.ElementType); return;
                default: used.Add(reference); return;
            }
        }

        Add(type.BaseType);
        foreach (var @interface in type.Interfaces) Add(@interface.InterfaceType);
        foreach (var attribute in type.CustomAttributes) Add(attribute.AttributeType);
        foreach (var field in type.Fields) Add(field.FieldType);
        foreach (var method in type.Methods)
        {
            Add(method.ReturnType);
            foreach (var parameter in method.Parameters) Add(parameter.ParameterType);
            if (!method.HasBody) continue;
            foreach (var variable in method.Body.Variables) Add(variable.VariableType);
            foreach (var instruction in method.Body.Instructions) AddOperand(instruction);
        }

        return used;

        void AddOperand(Instruction instruction)
        {
            switch (instruction.Operand)
            {
                case TypeReference reference: Add(reference); break;
                case FieldReference field: Add(field.DeclaringType); Add(field.FieldType); break;
                case MethodReference method:
                    Add(method.DeclaringType);
                    Add(method.ReturnType);
                    if (method is GenericInstanceMethod generic)
                        foreach (var argument in generic.GenericArguments) Add(argument);
                    break;
            }
        }
    }
}
