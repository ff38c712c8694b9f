#pragma once
#include <sqlite3.h>

/// A name between quotation marks that is none is an error, not a text. Swift calls no functions of variable arguments.
static inline void vanban_sqlite_refuse_quoted_texts(sqlite3 *connection) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (void *)0);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (void *)0);
}
