using System.CommandLine;
using System.Security.Cryptography;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Platform.Region;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// <c>./forum user …</c>: how people come to have a role, since no page hands out roles. Whoever can run it
/// owns the machine anyway; the public ledger records each role given and taken.
/// </summary>
public static class UserVerb
{
    public static Command Create() => new("user", "Akun / accounts") { CreateCommand(), RoleCommand(), RenameCommand() };

    private static Command CreateCommand()
    {
        var (mail, name, role, office) = (MailOption(), NameOption(), RoleOption(), OfficeOption());
        var verified = new Option<bool>("--verified") { Description = "Orangnya sudah dicocokkan / a person was matched" };
        var command = new Command("create", "Buat akun, cetak kata sandinya / create an account, print its password") { mail, name, role, office, verified };
        command.SetAction((parse, cancel) => VerbSite.RunAsync(
            async services =>
            {
                var (address, given) = (parse.GetRequiredValue(mail).Trim(), parse.GetValue(role));
                var password = DrawPassword();
                var made = await services.GetRequiredService<RoleGrants>().OpenAsync(
                    address, parse.GetRequiredValue(name), password, given, Office(services, parse.GetValue(office)), parse.GetValue(verified), cancel);
                if (made.IsRefused(out var refusal)) throw VerbSite.Refused(services, refusal);
                await WarnOfNamesakesAsync(services, made.Value, cancel);
                Console.WriteLine($"Akun dibuat / account created: {address} ({given.ToString().ToLowerInvariant()})");
                Console.WriteLine($"Kata sandi / password: {password}");
                return 0;
            },
            cancel));
        return command;
    }

    private static Command RoleCommand()
    {
        var (mail, role, office) = (MailOption(), RoleOption(), OfficeOption());
        var command = new Command("role", "Beri atau cabut peran; warga mencabut / give or take a role; warga takes it") { mail, role, office };
        command.SetAction((parse, cancel) => VerbSite.RunAsync(
            async services =>
            {
                var changed = await services.GetRequiredService<RoleGrants>().ChangeAsync(
                    parse.GetRequiredValue(mail), parse.GetValue(role), Office(services, parse.GetValue(office)), cancel);
                if (changed.IsRefused(out var refusal)) throw VerbSite.Refused(services, refusal);
                await WarnOfNamesakesAsync(services, changed.Value, cancel);
                Console.WriteLine($"{parse.GetRequiredValue(mail)}: {changed.Value.Role.ToString().ToLowerInvariant()}");
                return 0;
            },
            cancel));
        return command;
    }

    private static Command RenameCommand()
    {
        var (mail, name) = (MailOption(), NameOption());
        var command = new Command("rename", "Betulkan nama akun / correct an account's name") { mail, name };
        command.SetAction((parse, cancel) => VerbSite.RunAsync(
            async services =>
            {
                var renamed = await services.GetRequiredService<RoleGrants>().CorrectNameAsync(parse.GetRequiredValue(mail), parse.GetRequiredValue(name), cancel);
                if (renamed.IsRefused(out var refusal)) throw VerbSite.Refused(services, refusal);
                await WarnOfNamesakesAsync(services, renamed.Value, cancel);
                Console.WriteLine($"{parse.GetRequiredValue(mail)}: {renamed.Value.Name}");
                return 0;
            },
            cancel));
        return command;
    }

    /// <summary>Nobody is kept from a role by who bears the name already, and nobody loses their name; somebody should look (decision 12).</summary>
    private static async Task WarnOfNamesakesAsync(IServiceProvider services, Account account, CancellationToken cancel)
    {
        if (account.Role == Role.Warga || await services.GetRequiredService<ReservedNames>().CountBearersAsync(account, cancel) is not (> 0 and var count)) return;
        await Console.Error.WriteLineAsync(
            $"Perhatian: {count} akun warga bernama sama atau mirip; periksa apakah ada yang menyamar / note: {count} citizens bear the same or a similar name; see whether one of them poses");
    }

    private static Option<string> MailOption() => new("--email") { Description = "Alamat surel / mail address", Required = true };

    private static Option<string> NameOption() => new("--name") { Description = "Nama yang tampil / public name", Required = true };

    private static Option<Role> RoleOption() => new("--role") { Description = "Peran / role: warga, pejabat, moderator, penilai, admin" };

    private static Option<string?> OfficeOption() => new("--office") { Description = "Perangkat daerah / office (bawaan / default: Region:Office)" };

    private static string Office(IServiceProvider services, string? given) => given ?? services.GetRequiredService<IOptions<RegionOptions>>().Value.Office;

    // Nearly 80 bits in an alphabet without look-alikes, in groups that can be read out over the telephone.
    private static string DrawPassword()
    {
        const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
        return string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
    }
}
