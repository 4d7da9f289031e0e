package io.plumbline.store;

import io.plumbline.shared.store.Rows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/**
 * The client of all modules: takes ids, enums and instants as parameters, and maps rows to records, both as {@link Rows}
 * converts them.
 */
@Component
class StoreJdbcClient implements JdbcClient {
    private final JdbcClient jdbc;

    StoreJdbcClient(NamedParameterJdbcOperations operations) {
        jdbc = JdbcClient.create(operations);
    }

    @Override
    public StatementSpec sql(String sql) {
        return new Statement(jdbc.sql(sql));
    }

    private record Statement(StatementSpec plain) implements StatementSpec {
        @Override
        public StatementSpec withFetchSize(int fetchSize) {
            plain.withFetchSize(fetchSize);
            return this;
        }

        @Override
        public StatementSpec withMaxRows(int maxRows) {
            plain.withMaxRows(maxRows);
            return this;
        }

        @Override
        public StatementSpec withQueryTimeout(int queryTimeout) {
            plain.withQueryTimeout(queryTimeout);
            return this;
        }

        @Override
        public StatementSpec param(@Nullable Object value) {
            plain.param(Rows.stored(value));
            return this;
        }

        @Override
        public StatementSpec param(int at, @Nullable Object value) {
            plain.param(at, Rows.stored(value));
            return this;
        }

        @Override
        public StatementSpec param(int at, @Nullable Object value, int sqlType) {
            plain.param(at, Rows.stored(value), sqlType);
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value) {
            plain.param(name, Rows.stored(value));
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value, int sqlType) {
            plain.param(name, Rows.stored(value), sqlType);
            return this;
        }

        @Override
        public StatementSpec params(@Nullable Object... values) {
            return params(Arrays.asList(values));
        }

        @Override
        public StatementSpec params(List<?> values) {
            values.forEach(this::param);
            return this;
        }

        @Override
        public StatementSpec params(Map<String, ?> values) {
            values.forEach(this::param);
            return this;
        }

        @Override
        public StatementSpec paramSource(Object values) {
            plain.paramSource(values);
            return this;
        }

        @Override
        public StatementSpec paramSource(SqlParameterSource values) {
            plain.paramSource(values);
            return this;
        }

        @Override
        public ResultQuerySpec query() {
            return plain.query();
        }

        @Override
        public <T> MappedQuerySpec<T> query(Class<T> type) {
            var isConverted = type.isRecord() || type.isEnum() || type == UUID.class || type == Instant.class;
            return isConverted ? plain.query(Rows.of(type)) : plain.query(type);
        }

        @Override
        public <T> MappedQuerySpec<T> query(RowMapper<T> mapper) {
            return plain.query(mapper);
        }

        @Override
        public void query(RowCallbackHandler handler) {
            plain.query(handler);
        }

        @Override
        public <T> T query(ResultSetExtractor<T> extractor) {
            return plain.query(extractor);
        }

        @Override
        public int update() {
            return plain.update();
        }

        @Override
        public int update(KeyHolder keys) {
            return plain.update(keys);
        }

        @Override
        public int update(KeyHolder keys, String... columns) {
            return plain.update(keys, columns);
        }
    }
}
