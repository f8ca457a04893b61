using System.Globalization;

namespace BackOffice.Portal.Inventory;

/// <summary>The goods that the demo company trades in: office supplies, packaging, safety, electrical, cleaning and the tea room.</summary>
internal static class SampleGoods
{
    /// <summary>Goods of one sort in several variants.</summary>
    /// <param name="Prefix">Letters of the SKU.</param>
    /// <param name="Category">The category they belong to.</param>
    /// <param name="Unit">The unit.</param>
    /// <param name="Price">Selling price of the middle variant.</param>
    /// <param name="Demand">How many units are sold a day.</param>
    /// <param name="Name">Name with a place for each variant.</param>
    /// <param name="Variants">One list of words for each place.</param>
    public sealed record Family(string Prefix, string Category, string Unit, decimal Price, double Demand, string Name, params string[][] Variants)
    {
        /// <summary>Kept by lots that expire.</summary>
        public bool Expires { get; init; }

        /// <summary>Every piece has a serial number.</summary>
        public bool Serials { get; init; }

        /// <summary>Every variant by name.</summary>
        public IEnumerable<string> Names => Variants.Aggregate((IEnumerable<string[]>)[[]], (rows, words) => rows.SelectMany(row => words.Select(word => (string[])[.. row, word])))
            .Select(row => string.Format(CultureInfo.InvariantCulture, Name, [.. row]));
    }

    /// <summary>The tree of categories: a top and what stands under it.</summary>
    public static readonly (string Top, string[] Below)[] Categories =
    [
        ("Office supplies", ["Paper", "Labels", "Writing", "Filing", "Toner"]),
        ("Packaging", ["Cartons", "Tapes and films"]),
        ("Safety", ["Hand protection", "Footwear", "First aid"]),
        ("Electrical", ["Cables", "Lighting", "Power"]),
        ("Cleaning", ["Cleaners", "Cleaning tools"]),
        ("Tea room", ["Tea and coffee", "Cups and plates"]),
    ];

    public static readonly Family[] Families =
    [
        new("PAP", "Paper", "ream", 1385m, 6, "Copy paper {0}, {1} g, {2}", ["A4", "A3", "A5"], ["70", "80", "100"], ["white", "ivory", "blue", "green"]),
        new("PAP", "Paper", "box", 1960m, 1.5, "Envelope {0}, {1}, 100 pcs", ["C4", "C5", "C6", "DL"], ["window", "plain"]),
        new("PAP", "Paper", "roll", 118m, 14, "Thermal roll {0} mm", ["57 × 40", "57 × 57", "80 × 60", "80 × 80"]),
        new("LAB", "Labels", "roll", 640m, 2, "Barcode label {0}, 1,000 pcs", ["30 × 20", "40 × 25", "50 × 30", "60 × 40", "100 × 50"]),
        new("LAB", "Labels", "roll", 820m, 2.5, "Shipping label {0}, {1} pcs", ["A5", "A6", "100 × 150"], ["250", "500"]),
        new("WRI", "Writing", "box", 540m, 3, "Ballpoint pen {0}, {1}, 12 pcs", ["fine", "medium"], ["blue", "black", "red", "green"]),
        new("WRI", "Writing", "pcs", 95m, 5, "Marker {0}, {1}", ["permanent", "whiteboard"], ["blue", "black", "red", "green"]),
        new("WRI", "Writing", "pcs", 60m, 4, "Highlighter, {0}", ["yellow", "pink", "green", "orange"]),
        new("FIL", "Filing", "pcs", 320m, 3, "Lever arch file {0}, {1}", ["50 mm", "75 mm"], ["black", "blue", "red", "grey", "green"]),
        new("FIL", "Filing", "pack", 450m, 2, "Sheet protectors {0}, {1} pcs", ["A4", "A5"], ["50", "100"]),
        new("FIL", "Filing", "box", 780m, 1, "Suspension files {0}, 25 pcs", ["A4 blue", "A4 grey", "foolscap"]),
        new("TON", "Toner", "pcs", 24500m, 0.5, "Toner HP {0}, {1}", ["59A", "26A", "201A"], ["black", "cyan", "magenta", "yellow"]),
        new("TON", "Toner", "pcs", 11900m, 0.6, "Toner Brother {0}", ["TN-2410", "TN-2420", "TN-3480", "TN-247"]),
        new("TON", "Toner", "pcs", 17250m, 0.2, "Drum unit Brother {0}", ["DR-2400", "DR-3400", "DR-243"]),
        new("PKG", "Cartons", "pcs", 96m, 30, "Carton {0}, {1}", ["200 × 150 × 100", "300 × 200 × 150", "400 × 300 × 300", "600 × 400 × 400"], ["3-ply", "5-ply", "printed"]),
        new("PKG", "Cartons", "pcs", 45m, 22, "Mailing bag {0}, {1}", ["A3", "A4", "A5"], ["plain", "padded"]),
        new("PKG", "Tapes and films", "roll", 210m, 12, "Packing tape {0} × {1}", ["48 mm", "72 mm"], ["66 m", "100 m"]),
        new("PKG", "Tapes and films", "roll", 1480m, 3, "Stretch film 500 mm, {0} µ, {1}", ["17", "23"], ["clear", "black"]),
        new("PKG", "Tapes and films", "roll", 5350m, 0.7, "Bubble wrap {0} × 100 m", ["0.5 m", "1 m", "1.5 m"]),
        new("SAF", "Hand protection", "box", 1150m, 3, "{0} gloves, {1}, 100 pcs", ["Nitrile", "Latex", "Vinyl"], ["S", "M", "L", "XL"]),
        new("SAF", "Hand protection", "pair", 380m, 2, "{0} work gloves, size {1}", ["Leather", "Cut-resistant", "Welding"], ["8", "9", "10", "11"]),
        new("SAF", "Footwear", "pair", 6800m, 0.4, "Safety shoes {0}, size {1}", ["S1P", "S3"], ["39", "40", "41", "42", "43", "44", "45"]),
        new("SAF", "First aid", "pcs", 9400m, 0.15, "First-aid kit, {0}, {1} people", ["wall", "case"], ["10", "20", "50"]) { Expires = true },
        new("SAF", "First aid", "pack", 260m, 1.2, "Plasters, {0}", ["assorted", "fabric", "waterproof"]) { Expires = true },
        new("ELC", "Cables", "reel", 38900m, 0.2, "Network cable Cat {0}, 305 m, {1}", ["5e", "6", "6A"], ["grey", "blue"]),
        new("ELC", "Cables", "pcs", 420m, 3, "Patch cable Cat 6, {0}, {1}", ["0.5 m", "1 m", "2 m", "5 m"], ["grey", "red", "blue"]),
        new("ELC", "Lighting", "pcs", 4150m, 0.8, "LED panel {0}, {1} W", ["30 × 120", "60 × 60"], ["36", "40", "48"]),
        new("ELC", "Lighting", "pcs", 690m, 3, "LED lamp E27, {0} W, {1}", ["7", "9", "12"], ["warm", "neutral", "cool"]),
        new("ELC", "Power", "pcs", 5200m, 0.5, "UPS battery 12 V {0} Ah", ["7", "9", "12", "18"]),
        new("ELC", "Power", "pcs", 46500m, 0.05, "UPS {0} VA", ["650", "1000", "2000"]) { Serials = true },
        new("ELC", "Power", "pcs", 1450m, 1.5, "Extension lead {0} sockets, {1}", ["4", "6", "8"], ["2 m", "5 m"]),
        new("CLN", "Cleaners", "can", 1720m, 1.5, "{0} cleaner, {1}", ["Floor", "Glass", "Kitchen", "Sanitary"], ["1 l", "5 l", "10 l"]) { Expires = true },
        new("CLN", "Cleaners", "bottle", 380m, 4, "Hand wash {0}, {1}", ["lemon", "neutral"], ["250 ml", "500 ml", "1 l"]) { Expires = true },
        new("CLN", "Cleaning tools", "pcs", 890m, 0.9, "{0}, {1}", ["Mop head", "Broom", "Squeegee"], ["30 cm", "45 cm", "60 cm"]),
        new("CLN", "Cleaning tools", "pack", 310m, 4, "Waste bags {0} l, {1}", ["30", "60", "120"], ["black", "clear", "blue"]),
        new("TEA", "Tea and coffee", "pack", 980m, 2.5, "{0}, {1}", ["Black tea", "Green tea", "Kashmiri tea"], ["100 bags", "250 g", "500 g"]) { Expires = true },
        new("TEA", "Tea and coffee", "pack", 2450m, 1, "Coffee {0}, {1}", ["ground", "beans", "instant"], ["250 g", "500 g", "1 kg"]) { Expires = true },
        new("TEA", "Tea and coffee", "pack", 460m, 2, "Sugar {0}", ["sachets 200 pcs", "cubes 1 kg", "5 kg"]) { Expires = true },
        new("TEA", "Cups and plates", "pack", 350m, 4, "Paper {0}, {1} pcs", ["cups 200 ml", "cups 300 ml", "plates 18 cm", "plates 23 cm", "bowls"], ["50", "100"]),
    ];

    /// <summary>Suppliers by the category top that they serve.</summary>
    public static readonly (string Name, string City, string Serves, int LeadDays)[] Suppliers =
    [
        ("Ravi Paper Mills", "Lahore", "Office supplies", 5), ("Sutlej Stationers", "Multan", "Office supplies", 4), ("Crescent Office Products", "Karachi", "Office supplies", 7),
        ("Shalimar Imaging", "Lahore", "Office supplies", 10), ("Gulf Print Supplies", "Dubai", "Office supplies", 18), ("Indus Packaging", "Faisalabad", "Packaging", 6),
        ("Chenab Cartons", "Gujranwala", "Packaging", 4), ("Bolan Plastics", "Hub", "Packaging", 8), ("Karakoram Films", "Islamabad", "Packaging", 9),
        ("Margalla Safety", "Rawalpindi", "Safety", 7), ("Sialkot Glove Works", "Sialkot", "Safety", 6), ("Hunza Footwear", "Lahore", "Safety", 14),
        ("Al-Shifa Medical Supplies", "Karachi", "Safety", 5), ("Clifton Electric", "Karachi", "Electrical", 6), ("Punjab Cable Works", "Lahore", "Electrical", 8),
        ("Bright Star Lighting", "Gujrat", "Electrical", 9), ("Shenzhen Power Trading", "Shenzhen", "Electrical", 30), ("Saaf Chemicals", "Karachi", "Cleaning", 5),
        ("Thal Brush Company", "Jhang", "Cleaning", 6), ("Nur Hygiene", "Lahore", "Cleaning", 4), ("Khyber Tea House", "Peshawar", "Tea room", 6),
        ("Ceylon Leaf Imports", "Colombo", "Tea room", 21), ("Makran Coffee", "Karachi", "Tea room", 12), ("Lahore Paper Cups", "Lahore", "Tea room", 4),
    ];
}
