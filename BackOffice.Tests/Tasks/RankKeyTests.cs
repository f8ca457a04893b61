using BackOffice.Domain.Tasks.Work;

namespace BackOffice.Tests.Tasks;

public sealed class RankKeyTests
{
    [Theory]
    [InlineData(null, null, "5000000000")]
    [InlineData("5000000000", null, "5000000001")]
    [InlineData(null, "5000000000", "4999999999")]
    [InlineData("5000000000", "5000000001", "50000000005")]
    [InlineData("5000000000", "50000000001", "500000000005")]
    [InlineData("5000000000", "5000000100", "5000000050")]
    [InlineData("50000000005", "5000000001", "50000000007")]
    public void There_is_always_a_key_between_two_others(string? before, string? after, string key) => Assert.Equal(key, RankKey.Between(before, after));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_thousand_moves_at_random_keep_the_order(int seed)
    {
        var random = new Random(seed);
        var keys = new List<string> { RankKey.First };
        for (var i = 0; i < 1000; i++)
        {
            var at = random.Next(keys.Count + 1);
            var key = RankKey.Between(at == 0 ? null : keys[at - 1], at == keys.Count ? null : keys[at]);
            Assert.True(at == 0 || string.CompareOrdinal(keys[at - 1], key) < 0, $"{keys[Math.Max(0, at - 1)]} < {key}");
            Assert.True(at == keys.Count || string.CompareOrdinal(key, keys[at]) < 0, $"{key} < {keys[Math.Min(at, keys.Count - 1)]}");
            keys.Insert(at, key);
        }
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }
}
