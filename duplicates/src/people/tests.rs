#![allow(clippy::unwrap_used)] // tests may

use super::*;

fn read_text(text: &str) -> Result<Sheet, ReadError> {
    read(text.as_bytes(), &[])
}

#[test]
fn our_own_columns_are_read_in_any_order_and_unknown_ones_are_ignored() {
    let sheet = read_text(
        "\u{feff}zip,shoe size,Family Name,given_name,id,suffix,signed_at\r\n\
         02139,44,\"García, Pérez\",María,7,Sr.,2017-10-13\r\n",
    )
    .unwrap();
    let person = &sheet.people[0];
    assert_eq!((person.row, person.id.as_str(), person.name.as_str()), (2, "7", "María García, Pérez"));
    assert_eq!((person.zip.as_str(), person.suffix.as_str()), ("02139", "Sr."));
    assert_eq!(person.signed_at, "2017-10-13T00:00:00Z".parse().ok());
    assert_eq!(sheet.ignored, ["shoe size"]);
    assert_eq!(sheet.heading(Field::FamilyName), Some("Family Name"));
    assert_eq!(format!("{person:?}"), "Person { row: 2, id: \"7\", .. }");
}

#[test]
fn other_tools_headings_are_recognized() {
    let sheet = read_text(
        "first_name,last_name,email,zip_code,can2_user_address,can2_user_city,can2_state_abbreviated,can2_phone\n\
         Ana,Diaz,ana@example.org,02121,12 Main St,Boston,MA,617 555 0142\n",
    )
    .unwrap();
    let ana = &sheet.people[0];
    assert_eq!(
        [&ana.name, &ana.email, &ana.zip, &ana.street, &ana.city, &ana.state, &ana.phone],
        ["Ana Diaz", "ana@example.org", "02121", "12 Main St", "Boston", "MA", "617 555 0142"]
    );
    assert_eq!(ana.id, "2", "the row, as a spreadsheet numbers it");

    let sheet = read_text(
        "first_name,last_name,email,zipcode,country_code,created_at\nAna,Diaz,a@b.org,02121,US,2017-10-13 14:22:11 UTC\n",
    );
    let ana = &sheet.unwrap().people[0];
    assert_eq!((ana.zip.as_str(), ana.country.as_str()), ("02121", "US"));
    assert_eq!(ana.signed_at, "2017-10-13T14:22:11Z".parse().ok());

    let sheet = read_text("full_name,email,city,state,country\nAna Diaz,a@b.org,Boston,MA,US\n").unwrap();
    assert_eq!(sheet.people[0].name, "Ana Diaz");
}

#[test]
fn a_map_goes_before_what_is_recognized() {
    let map: Vec<Mapping> = ["name=Signer", "Zip=name"].iter().map(|text| text.parse().unwrap()).collect();
    let sheet = read("name,signer,zip\n02139,Ana,x\n".as_bytes(), &map).unwrap();
    assert_eq!((sheet.people[0].name.as_str(), sheet.people[0].zip.as_str()), ("Ana", "02139"));
    assert_eq!(sheet.ignored, ["zip"]);

    for (map, expected) in [
        (vec!["email=Post"], "No column is headed 'Post' (for email). The file has: name, zip."),
        (vec!["email=zip", "email=name"], "The field email is mapped twice."),
    ] {
        let map: Vec<Mapping> = map.iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(read("name,zip\n".as_bytes(), &map).unwrap_err().to_string(), expected);
    }
    assert_eq!("name".parse::<Mapping>(), Err(InvalidMapping::Malformed));
    assert!(
        "shoe=x".parse::<Mapping>().unwrap_err().to_string().starts_with("'shoe' is no field; the fields")
    );
}

#[test]
fn every_wrong_row_is_named_and_nothing_is_read() {
    let mut file = b"id,name,signed_at\n1,Ana,2017-10-13\n1,Ben,\n,Cleo,10/13/2017\n4,Dora\n5,".to_vec();
    file.extend(b"\xff\xfe,\n");
    let Err(ReadError::Rows(errors)) = read(file.as_slice(), &[]) else { panic!("it was read") };
    assert_eq!(
        errors.to_string(),
        "Nothing was read, because of:\n\
         Row 3, column id: the same id as in row 2.\n\
         Row 4, column signed_at: no time in ISO 8601, such as 2017-10-13 or 2017-10-13T14:22:11Z.\n\
         Row 4, column id: no id.\n\
         Row 5: 2 cells where the headings are 3.\n\
         Row 6, column name: not in UTF-8."
    );
}

#[test]
fn rows_without_any_text_are_left_out() {
    let sheet = read_text("name,zip\nAna,02139\n,\n\"\", \nBen,02139\n").unwrap();
    assert_eq!(sheet.people.iter().map(|person| person.row).collect::<Vec<_>>(), [2, 5]);
}

#[test]
fn a_file_that_is_not_one_says_what_to_do() {
    for (file, start) in [
        (&b""[..], "The file is empty."),
        (b"\xff\xfen\0a\0m\0e\0", "The file is not in UTF-8."),
        (b"name;zip\n", "The columns are parted by semicolons."),
        (b"name,Name\n", "Two columns are headed 'Name'."),
        (b"zip,color\n", "No column holds a name"),
    ] {
        let error = read(file, &[]).unwrap_err().to_string();
        assert!(error.starts_with(start), "{error}");
    }
}

#[test]
fn a_thousand_wrong_rows_are_listed_and_the_rest_counted() {
    let file = format!("name,signed_at\n{}", "Ana,soon\n".repeat(1_500));
    let Err(ReadError::Rows(errors)) = read_text(&file) else { panic!("it was read") };
    assert_eq!((errors.iter().count(), errors.count()), (1_000, 1_500));
    assert!(errors.to_string().ends_with("and 500 more."));
}
