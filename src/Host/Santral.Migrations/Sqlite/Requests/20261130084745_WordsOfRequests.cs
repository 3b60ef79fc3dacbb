using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Requests
{
    /// <inheritdoc />
    public partial class WordsOfRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A new key is a new table; the rows of before are cut into words at the signs that occur most, the rest at their next save.
            migrationBuilder.Sql(
                """
                ALTER TABLE requests_search RENAME TO requests_search_before;
                CREATE TABLE requests_search (
                  "Sequence" INTEGER NOT NULL CONSTRAINT "PK_requests_search" PRIMARY KEY AUTOINCREMENT,
                  "RequestId" TEXT NOT NULL CONSTRAINT "FK_requests_search_requests_request_RequestId" REFERENCES requests_request ("Id") ON DELETE CASCADE,
                  "UnitWord" TEXT NOT NULL,
                  "Number" TEXT NOT NULL,
                  "Text" TEXT NOT NULL);
                CREATE UNIQUE INDEX "IX_requests_search_RequestId" ON requests_search ("RequestId");
                CREATE VIRTUAL TABLE requests_words USING fts5(words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');
                CREATE TRIGGER requests_search_added AFTER INSERT ON requests_search BEGIN
                  INSERT INTO requests_words (rowid, words) VALUES (new."Sequence", new."UnitWord" || ' ' || new."Number" || ' ' || new."Text");
                END;
                CREATE TRIGGER requests_search_changed AFTER UPDATE ON requests_search BEGIN
                  DELETE FROM requests_words WHERE rowid = old."Sequence";
                  INSERT INTO requests_words (rowid, words) VALUES (new."Sequence", new."UnitWord" || ' ' || new."Number" || ' ' || new."Text");
                END;
                CREATE TRIGGER requests_search_removed AFTER DELETE ON requests_search BEGIN
                  DELETE FROM requests_words WHERE rowid = old."Sequence";
                END;
                INSERT INTO requests_search ("RequestId", "UnitWord", "Number", "Text")
                  SELECT b."RequestId", 'unit' || replace(replace(lower(r."Unit"), '-', ''), '_', ''), replace(b."Number", '-', ' '),
                    replace(replace(replace(replace(replace(b."Text", '-', ' '), '.', ' '), ',', ' '), '(', ' '), '/', ' ')
                  FROM requests_search_before b JOIN requests_request r ON r."Id" = b."RequestId" ORDER BY r."OpenedAt";
                DROP TABLE requests_search_before;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TABLE requests_words;
                ALTER TABLE requests_search RENAME TO requests_search_after;
                CREATE TABLE requests_search (
                  "RequestId" TEXT NOT NULL CONSTRAINT "PK_requests_search" PRIMARY KEY
                    CONSTRAINT "FK_requests_search_requests_request_RequestId" REFERENCES requests_request ("Id") ON DELETE CASCADE,
                  "Number" TEXT NOT NULL,
                  "Text" TEXT NOT NULL);
                INSERT INTO requests_search SELECT "RequestId", replace("Number", ' ', '-'), "Text" FROM requests_search_after;
                DROP TABLE requests_search_after;
                """);
        }
    }
}
