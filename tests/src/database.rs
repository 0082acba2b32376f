//! The database as a thief sees it: every column of every table. And as a fault or an operator changes it.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DbBackend, DbErr, Statement,
};

/// A connection of the test's own.
pub struct Rows {
    db: DatabaseConnection,
}

/// One value of one row: as text, and where the column is binary, its bytes.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Rows {
    pub(crate) async fn open(url: &str) -> Self {
        let mut options = ConnectOptions::new(url);
        options.max_connections(2).min_connections(0).sqlx_logging(false);
        Self { db: Database::connect(options).await.unwrap() }
    }

    /// Whether it is Postgres.
    pub fn is_postgres(&self) -> bool {
        self.db.get_database_backend() == DbBackend::Postgres
    }

    /// Runs a statement.
    pub async fn run(&self, sql: &str) -> Result<(), DbErr> {
        self.db.execute_unprepared(sql).await.map(|_| ())
    }

    /// The first column of every row, as text.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let statement = Statement::from_string(self.db.get_database_backend(), sql);
        let rows = self.db.query_all_raw(statement).await.unwrap();
        rows.iter()
            .map(|row| row.try_get_by_index::<Option<String>>(0).unwrap().unwrap_or_default())
            .collect()
    }

    /// The number a query gives.
    pub async fn number(&self, sql: &str) -> i64 {
        let statement = Statement::from_string(self.db.get_database_backend(), sql);
        self.db.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// The columns that are there, as `table.column`; the migrations' own list is not Redress's.
    pub async fn columns(&self) -> Vec<(String, String)> {
        let sql = if self.is_postgres() {
            "SELECT table_name || '.' || column_name FROM information_schema.columns \
             WHERE table_schema = 'public' ORDER BY 1"
        } else {
            "SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1"
        };
        self.texts(sql)
            .await
            .iter()
            .filter_map(|name| name.split_once('.'))
            .filter(|(table, _)| *table != "seaql_migrations")
            .map(|(table, column)| (table.to_owned(), column.to_owned()))
            .collect()
    }

    /// Every value of every column of every table.
    pub async fn dump(&self) -> Vec<Cell> {
        let mut cells = Vec::new();
        for (table, column) in self.columns().await {
            let as_text = if self.is_postgres() {
                format!("SELECT \"{column}\"::text FROM \"{table}\"")
            } else {
                format!(
                    "SELECT CASE typeof(\"{column}\") WHEN 'blob' THEN '\\x' || hex(\"{column}\") \
                     ELSE CAST(\"{column}\" AS TEXT) END FROM \"{table}\""
                )
            };
            for value in self.texts(&as_text).await {
                let bytes = value.strip_prefix("\\x").and_then(|digits| hex::decode(digits).ok());
                let bytes = bytes.unwrap_or_else(|| value.into_bytes());
                cells.push(Cell { table: table.clone(), column: column.clone(), bytes });
            }
        }
        cells
    }

    /// Gives the connection back.
    pub async fn close(self) {
        self.db.close().await.unwrap();
    }
}

/// A text in the encodings a dump might hold it in: as it is, in lower case, in UTF-16, in hexadecimal digits,
/// and in Base64 wherever in three bytes it begins.
pub fn encodings(text: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for text in [text.to_owned(), text.to_lowercase(), text.to_uppercase()] {
        let bytes = text.as_bytes();
        found.push(bytes.to_vec());
        found.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        found.push(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
        found.push(hex::encode(bytes).into_bytes());
        found.push(hex::encode_upper(bytes).into_bytes());
        for engine in [&STANDARD, &URL_SAFE] {
            for before in 0..3_usize {
                let padded = [&[0; 2][..before], bytes].concat();
                let encoded = engine.encode(padded);
                // The first letters hold the bytes before, the last ones may hold what comes after.
                let first = [0, 2, 3][before];
                let whole = (before + bytes.len()) / 3 * 4;
                found.push(encoded.as_bytes()[first..whole].to_vec());
            }
        }
    }
    found
}

/// Things to look for in bytes, all at once: a dump is large, and so is the list.
pub struct Needles {
    /// By their first two bytes.
    forms: Vec<Vec<(Vec<u8>, String)>>,
}

impl Needles {
    /// Texts, in every encoding.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut needles = Self { forms: vec![Vec::new(); 1 << 16] };
        for text in texts {
            for form in encodings(text) {
                needles.add(form, text);
            }
        }
        needles
    }

    /// Bytes, as they are, with what to call them.
    pub fn add(&mut self, bytes: Vec<u8>, name: &str) {
        let slot = &mut self.forms[usize::from(bytes[0]) << 8 | usize::from(bytes[1])];
        if !slot.iter().any(|(other, _)| *other == bytes) {
            slot.push((bytes, name.to_owned()));
        }
    }

    /// The first that is there, and where.
    pub fn find(&self, bytes: &[u8]) -> Option<(&str, usize)> {
        for (at, pair) in bytes.windows(2).enumerate() {
            let slot = &self.forms[usize::from(pair[0]) << 8 | usize::from(pair[1])];
            if !slot.is_empty()
                && let Some((_, name)) = slot.iter().find(|(form, _)| bytes[at..].starts_with(form))
            {
                return Some((name, at));
            }
        }
        None
    }
}

/// Whether bytes hold a text in any encoding.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    Needles::new([text]).find(bytes).is_some()
}
