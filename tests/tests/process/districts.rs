//! The operator's map: districts of a body by ZIP code and by outline, whole or not at all.

use crate::binary::{Folder, done, each_url, run};

const BODY: &str = "boston-city-council";

#[tokio::test(flavor = "multi_thread")]
async fn districts_come_in_whole_or_with_a_sentence_and_no_change() {
    each_url(async |database| {
        let folder = Folder::new("data");
        let (data, settings) = (folder.path(), [("REDRESS_DATABASE_URL", database.as_str())]);
        done(data, &settings, &["demo", "--signatures", "0"]).await;
        let import = async |file: &str, text: &str, more: &[&str]| {
            std::fs::write(folder.join(file), text).unwrap();
            let arguments = [&["--json", "import", "districts", BODY, file], more].concat();
            run(data, &settings, &arguments).await
        };
        let zips = import("zips.csv", "zip,district\n02121,7\n02130,District 6\n02130,District 7\n", &[]).await;
        let told = zips.json();
        assert_eq!((&told["zips"], &told["districts"]), (&3.into(), &2.into()), "{}", zips.out);
        assert_eq!(told["without_seat"], serde_json::json!([]), "a bare number is the district with it");
        assert_eq!(told["without_entry"].as_array().unwrap().len(), 7);

        let feature = |name: &str| {
            format!(
                r#"{{"type":"Feature","properties":{{"DIST":"{name}"}},"geometry":{{"type":"Polygon","coordinates":[[[-71.2,42.3],[-71.1,42.3],[-71.1,42.4],[-71.2,42.3]]]}}}}"#
            )
        };
        let map = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, feature("District 7"));
        let unnamed = import("map.geojson", &map, &[]).await;
        assert_eq!(unnamed.code, 1);
        let error = unnamed.json()["error"].as_str().unwrap().to_owned();
        assert!(error.contains("has no name") && error.contains("nothing was imported"), "{error}");
        let none = import("map.geojson", "zip,district\n", &[]).await;
        assert!(none.json()["error"].as_str().unwrap().contains("it is no GeoJSON"), "{}", none.out);
        let map = import("map.geojson", &map, &["--property", "DIST"]).await.json();
        assert_eq!((&map["outlines"], &map["without_seat"]), (&1.into(), &serde_json::json!([])));
        let elsewhere = run(data, &settings, &["import", "districts", "nobody", "zips.csv"]).await;
        assert_eq!(elsewhere.code, 1);
    })
    .await;
}
