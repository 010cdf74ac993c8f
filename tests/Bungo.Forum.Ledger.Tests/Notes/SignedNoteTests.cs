using System.Text;
using Bungo.Forum.Ledger.Notes;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests.Notes;

public sealed class SignedNoteTests
{
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string Line = "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private const string Note = Text + "\n" + Line;

    private static readonly VerifierKey Peter = VerifierKey.Parse(VerifierKeyTests.PeterNeumann);

    [Fact]
    public void The_note_of_Go_s_note_package_opens_and_is_written_alike()
    {
        var note = SignedNote.Parse(Some.Utf8(Note));
        Assert.Equal(Text, note.Text);
        Assert.Equal(Note, note.ToString());
        var check = note.Verify([Peter], TestSigner.Verifier);
        Assert.True(check.IsTrusted);
        Assert.Equal(new VerifiedSignature(Peter, null), Assert.Single(check.SignedBy));

        var secret = SigningKey.Parse(VerifierKeyTests.PeterNeumannsSecret);
        var signer = new TestSigner("PeterNeumann", NoteAlgorithm.Ed25519, secret.Seed.ToArray());
        Assert.Equal(Line, NoteSignature.Sign(Text, signer).ToLine());
    }

    [Fact]
    public void The_note_of_the_specification_opens()
    {
        var key = VerifierKey.Parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        var note = SignedNote.Parse(Some.Utf8("""
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

            """.ReplaceLineEndings("\n")));
        Assert.True(note.Verify([key], TestSigner.Verifier).IsTrusted);
    }

    [Fact]
    public void Strangers_are_passed_over_and_alone_are_not_enough()
    {
        var note = SignedNote.Parse(Some.Utf8(Note)).With([NoteSignature.Sign(Text, TestSigner.Log)]);
        Assert.True(note.Verify([Peter], TestSigner.Verifier).IsTrusted);
        Assert.Equal(2, note.Verify([Peter, TestSigner.Log.Key], TestSigner.Verifier).SignedBy.Count);
        Assert.False(note.Verify([], TestSigner.Verifier).IsTrusted);
        Assert.False(note.Verify([TestSigner.Witness.Key], TestSigner.Verifier).IsTrusted);
    }

    [Fact]
    public void A_forged_line_under_a_known_name_spoils_the_note()
    {
        var forged = NoteSignature.Sign("another text\n", TestSigner.Log);
        var note = SignedNote.Parse(Some.Utf8(Note)).With([forged]);
        var check = note.Verify([Peter, TestSigner.Log.Key], TestSigner.Verifier);
        Assert.False(check.IsTrusted);
        Assert.Equal(TestSigner.Log.Key, Assert.Single(check.Failed));
        // Also when a good line of the same key stands beside it.
        Assert.False(note.With([NoteSignature.Sign(Text, TestSigner.Log)]).Verify([TestSigner.Log.Key], TestSigner.Verifier).IsTrusted);
        // Not for whoever does not know that key.
        Assert.True(note.Verify([Peter], TestSigner.Verifier).IsTrusted);
    }

    [Fact]
    public void A_line_is_added_once()
    {
        var line = NoteSignature.Sign(Text, TestSigner.Log);
        Assert.Single(SignedNote.Of(Text, line).With([line, line]).Signatures.Distinct());
        Assert.Equal(Note, SignedNote.Parse(Some.Utf8(Note)).With([line]).Without(s => s.Name == TestSigner.Origin).ToString());
    }

    [Fact]
    public void A_text_with_an_empty_line_is_cut_at_the_last() =>
        Assert.Equal("a\n\nb\n", SignedNote.Parse(Some.Utf8("a\n\nb\n\n" + Line)).Text);

    public static TheoryData<string, LedgerFault, int> Malformed => new()
    {
        { "", LedgerFault.SignaturesMissing, 0 },
        { Text, LedgerFault.SignaturesMissing, Bytes(Text) },
        { Text + "\n", LedgerFault.SignaturesMissing, Bytes(Text) + 1 },
        { "\n" + Line, LedgerFault.SignaturesMissing, 1 + Bytes(Line) },
        { Note[..^1], LedgerFault.UnexpectedEnd, Bytes(Note) - 1 },
        { Note + "x\n", LedgerFault.SignatureForm, Bytes(Note) },
        { Note + "\n", LedgerFault.SignaturesMissing, Bytes(Note) + 1 },
        { Note.Replace("\u2014", "-", StringComparison.Ordinal), LedgerFault.SignatureForm, Bytes(Text) + 1 },
        { Note.Replace("\u2014 ", "\u2014  ", StringComparison.Ordinal), LedgerFault.SignatureForm, Bytes(Text) + 1 },
        { Note.Replace("PeterNeumann", "Peter+Neumann", StringComparison.Ordinal), LedgerFault.KeyNameForm, Bytes(Text) + 1 },
        { Note.Replace("PeterNeumann", "Peter\u00a0Neumann", StringComparison.Ordinal), LedgerFault.KeyNameForm, Bytes(Text) + 1 },
        { Note.Replace("AM=\n", "AM\n", StringComparison.Ordinal), LedgerFault.SignatureForm, Bytes(Text) + 1 },
        { Note.Replace("AM=\n", "AN=\n", StringComparison.Ordinal), LedgerFault.SignatureForm, Bytes(Text) + 1 },
        { Text + "\n\u2014 PeterNeumann x08gow==\n", LedgerFault.SignatureForm, Bytes(Text) + 1 },
        { Note.Replace("problem,", "problem,\r", StringComparison.Ordinal), LedgerFault.ControlCharacter, 56 },
        { Note + string.Concat(Enumerable.Repeat(Line, SignedNote.MostSignatures)), LedgerFault.SignaturesTooMany, Bytes(Note) + (Bytes(Line) * 98) },
        { new string('x', SignedNote.Longest + 1), LedgerFault.TooLong, SignedNote.Longest },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_note_that_is_none_is_refused_at_its_place(string text, LedgerFault fault, int offset)
    {
        var refusal = Some.Refusal(() => SignedNote.Parse(Some.Utf8(text)));
        Assert.Equal((fault, (int?)offset), (refusal.Fault, refusal.Offset));
    }

    [Fact]
    public void Bytes_that_are_not_text_are_refused()
    {
        var bytes = Some.Utf8(Note);
        bytes[3] = 0xff;
        Assert.Equal(LedgerFault.NotUtf8, Some.Refusal(() => SignedNote.Parse(bytes)).Fault);
    }

    [Fact]
    public void No_single_change_goes_unnoticed() => Gens.Mutation.Sample(
        mutate =>
        {
            var bytes = Some.Utf8(Note);
            var changed = mutate(bytes);
            if (changed.AsSpan().SequenceEqual(bytes)) return true;
            try
            {
                var note = SignedNote.Parse(changed);
                // A line put behind, by a stranger or a second time, is no change of what Peter says.
                return !note.Verify([Peter], TestSigner.Verifier).IsTrusted || note.Text == Text;
            }
            catch (LedgerFormatException)
            {
                return true;
            }
        },
        iter: 5_000);

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
