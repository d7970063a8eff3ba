using Bnpl.Contracts;
using CsCheck;

namespace Bnpl.Infrastructure.Tests.Contracts;

public sealed class EntityIdTests
{
    [Fact]
    public void Any_id_reads_back_from_its_text_and_only_under_its_own_prefix() => Gen.Guid.Sample(id =>
    {
        string text = EntityId.Format("ord", id);
        return text.Length == 30 && EntityId.TryParse("ord", text, out Guid back) && back == id && !EntityId.TryParse("inv", text, out _);
    });

    [Fact]
    public void Texts_of_new_ids_ascend_in_the_order_of_their_creation()
    {
        string[] texts = [.. Enumerable.Range(0, 10_000).Select(_ => EntityId.Format("evt", EntityId.New()))];
        Assert.Equal(texts.Order(StringComparer.Ordinal), texts);
        Assert.Equal(texts.Length, texts.Distinct().Count());
    }

    [Fact]
    public void New_ids_are_UUIDs_of_version_7()
    {
        Guid id = EntityId.New();
        Assert.Equal(7, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ord_")]
    [InlineData("ord_01ARZ3NDEKTSV4RRFFQ69G5FA")]
    [InlineData("ord_01ARZ3NDEKTSV4RRFFQ69G5FAVX")]
    [InlineData("ord_01arz3ndektsv4rrffq69g5fav")]
    [InlineData("ord_01ARZ3NDEKTSV4RRFFQ69G5FAU")]
    [InlineData("ord_8ZZZZZZZZZZZZZZZZZZZZZZZZZ")]
    [InlineData("orx_01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    public void Refuses_what_it_would_not_write_itself(string? text) => Assert.False(EntityId.TryParse("ord", text, out _));
}
