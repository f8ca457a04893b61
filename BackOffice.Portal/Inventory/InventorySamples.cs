using BackOffice.Domain.Inventory;
using BackOffice.Domain.Inventory.Items;
using BackOffice.Domain.Inventory.Locations;
using BackOffice.Domain.Inventory.Stock;
using BackOffice.Domain.Inventory.Suppliers;
using BackOffice.Domain.Platform.Saving;
using BackOffice.Domain.Platform.Trees;
using BackOffice.Portal.Platform.Demo;
using Bogus;

namespace BackOffice.Portal.Inventory;

/// <summary>The demo company's goods, suppliers and locations, and half a year of movements.</summary>
internal sealed class InventorySamples(Office office) : ISamples
{
    private static readonly string[] Contacts = ["Imran Qureshi", "Sana Malik", "Bilal Ahmed", "Hina Raza", "Usman Tariq", "Nadia Iqbal", "Kamran Butt", "Zara Hussain", "Faisal Mirza", "Mariam Siddiqui"];

    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public string Words => "Goods, suppliers, locations and half a year of movements";

    /// <inheritdoc/>
    public Task FillAsync(Faker chance, CancellationToken ct) => office.ChangeAsync(InventoryPermissions.Edit, async db =>
    {
        // The block may run again when another writer was faster, so its chance begins anew each time.
        var luck = new Faker("en") { Random = new Randomizer(chance.Random.Int(0, int.MaxValue)) };
        var categories = await CategoriesAsync(db, ct);
        var suppliers = await SuppliersAsync(db, luck, ct);
        var stores = await LocationsAsync(db, ct);
        var goods = await ItemsAsync(db, luck, categories, ct);
        await OffersAsync(db, luck, goods, suppliers, ct);
        await new SampleMovements(db, luck, stores).RunAsync(goods, ct);
    }, ct);

    private static async Task<Dictionary<string, ItemCategory>> CategoriesAsync(BackOfficeDb db, CancellationToken ct)
    {
        var categories = new Dictionary<string, ItemCategory>();
        foreach (var (top, below) in SampleGoods.Categories)
        {
            var root = await AddAsync(db, new ItemCategory { Name = top }, null, ct);
            foreach (var name in below) categories.Add(name, await AddAsync(db, new ItemCategory { Name = name }, root, ct));
        }
        return categories;
    }

    private static async Task<T> AddAsync<T>(BackOfficeDb db, T branch, Branch? parent, CancellationToken ct) where T : Branch
    {
        db.Add(branch);
        await db.FlushAsync(ct);
        branch.PlaceUnder(parent);
        return branch;
    }

    private async Task<List<(Supplier Supplier, string Serves)>> SuppliersAsync(BackOfficeDb db, Faker luck, CancellationToken ct)
    {
        var suppliers = SampleGoods.Suppliers.Select((s, i) => (new Supplier
        {
            Number = $"S-{i + 1:000}", Name = s.Name, City = s.City, Country = s.City switch { "Dubai" => "UAE", "Shenzhen" => "China", "Colombo" => "Sri Lanka", _ => "Pakistan" },
            ContactName = luck.PickRandom(Contacts), Email = $"orders@{string.Concat(s.Name.Where(char.IsLetter)).ToLowerInvariant()}.example", Phone = luck.Random.Replace("+92 3## #######"),
            Address = $"{luck.Random.Int(1, 180)} {luck.PickRandom("Industrial Estate", "Mall Road", "Canal Road", "Trade Centre")}", Currency = office.Company.Currency, LeadDays = s.LeadDays,
            MinimumOrder = luck.Random.Int(1, 8) * 5_000m, PaymentTerms = luck.PickRandom("30 days net", "14 days 2 %, 30 days net", "On delivery", "60 days net"),
            BankAccount = Secret.Of(luck.Random.Replace("PK##MEZN################")),
        }, s.Serves)).ToList();
        await db.InsertManyAsync<Supplier>([.. suppliers.Select(s => s.Item1)], ct);
        return suppliers;
    }

    private static async Task<SampleStores> LocationsAsync(BackOfficeDb db, CancellationToken ct)
    {
        async Task<Location> Add(string code, string name, LocationKind kind, Location? parent = null) => await AddAsync(db, new Location { Code = code, Name = name, Kind = kind }, parent, ct);
        var lahore = await Add("LHE", "Lahore", LocationKind.Site);
        var main = await Add("LHE-MAIN", "Lahore main", LocationKind.Store, lahore);
        foreach (var bin in Enumerable.Range(1, 6)) await Add($"LHE-A{bin:00}", $"Shelf A{bin}", LocationKind.Bin, main);
        await Add("LHE-RET", "Lahore returns", LocationKind.Store, lahore);
        var karachi = await Add("KHI-MAIN", "Karachi main", LocationKind.Store, await Add("KHI", "Karachi", LocationKind.Site));
        var islamabad = await Add("ISB-MAIN", "Islamabad counter", LocationKind.Store, await Add("ISB", "Islamabad", LocationKind.Site));
        await Add("TRANSIT", "On the road", LocationKind.Transit);
        return new SampleStores(main, karachi, islamabad);
    }

    private async Task<List<SampleItem>> ItemsAsync(BackOfficeDb db, Faker luck, Dictionary<string, ItemCategory> categories, CancellationToken ct)
    {
        var numbers = new Dictionary<string, int>();
        var goods = new List<SampleItem>();
        foreach (var family in SampleGoods.Families)
        {
            foreach (var name in family.Names)
            {
                var number = numbers[family.Prefix] = numbers.GetValueOrDefault(family.Prefix, 100) + luck.Random.Int(1, 4);
                var price = Math.Round(family.Price * luck.Random.Decimal(0.6m, 1.5m) / 5m) * 5m + 5m;
                goods.Add(new SampleItem(new Item
                {
                    Sku = $"{family.Prefix}-{number:0000}", Name = name, CategoryId = categories[family.Category].Id, Unit = family.Unit, Price = price, Currency = office.Company.Currency,
                    Barcode = luck.Random.Replace("89600########"), TracksExpiry = family.Expires, TracksSerials = family.Serials,
                }, family, Math.Round(price * luck.Random.Decimal(0.55m, 0.75m), 2)));
            }
        }
        foreach (var old in luck.PickRandom(goods.Where(g => !g.Family.Serials), 14)) old.Item.Discontinue();
        await db.InsertManyAsync<Item>([.. goods.Select(g => g.Item)], ct);
        await db.InsertManyAsync<PackSize>([.. goods.Where(g => g.Item.Unit is "pcs" or "roll" or "ream" or "pack").Select(g => new PackSize { ItemId = g.Item.Id, Name = "Carton", Quantity = g.Pack })], ct);
        return goods;
    }

    private static async Task OffersAsync(BackOfficeDb db, Faker luck, List<SampleItem> goods, List<(Supplier Supplier, string Serves)> suppliers, CancellationToken ct)
    {
        var offers = new List<SupplierItem>();
        foreach (var good in goods)
        {
            var top = SampleGoods.Categories.First(c => c.Below.Contains(good.Family.Category)).Top;
            var chosen = luck.PickRandom(suppliers.Where(s => s.Serves == top), luck.Random.Int(1, 2)).ToList();
            offers.AddRange(chosen.Select((s, i) => new SupplierItem
            {
                SupplierId = s.Supplier.Id, ItemId = good.Item.Id, SupplierCode = luck.Random.Replace("??-####").ToUpperInvariant(), Price = Math.Round(good.Cost * (1 + (i * 0.04m)), 2),
                PackQuantity = good.Pack, MinimumQuantity = good.Pack, Priority = i + 1,
            }));
        }
        await db.InsertManyAsync<SupplierItem>(offers, ct);
    }
}

/// <summary>Where the demo company keeps its goods.</summary>
internal sealed record SampleStores(Location Main, Location Branch, Location Counter);

/// <summary>An item of the demo company with what its movements are made from.</summary>
internal sealed record SampleItem(Item Item, SampleGoods.Family Family, decimal Cost)
{
    /// <summary>How many come in a pack.</summary>
    public decimal Pack => Family.Demand switch { >= 10 => 50, >= 3 => 20, >= 1 => 10, _ => 1 };
}
