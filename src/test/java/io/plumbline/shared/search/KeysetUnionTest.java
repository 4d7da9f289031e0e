package io.plumbline.shared.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.search.KeysetUnion.Part;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeysetUnionTest {
    private static final String LEADS = "select id from lead_of where queue = ? and at >= ?";
    private static final String ONE = "(select id from lead_of where queue = ? and at >= ? order by queue, at limit ?)";

    static Stream<Arguments> built() {
        return Stream.of(
                built(ranges -> ranges.all(), 1, ONE, "a", 1, 20),
                built(ranges -> ranges.all(), 2, ONE + " union all " + ONE, "a", 1, 20, "b", 2, 20),
                built(
                        ranges -> ranges.page("at, id", 30),
                        2,
                        "select * from (" + ONE + " union all " + ONE + ") every_range order by at, id limit ?",
                        "a",
                        1,
                        20,
                        "b",
                        2,
                        20,
                        30),
                built(
                        ranges -> ranges.page("distinct at, id", "at desc, id desc", 30),
                        1,
                        "select distinct at, id from (" + ONE + ") every_range order by at desc, id desc limit ?",
                        "a",
                        1,
                        20,
                        30),
                built(
                        ranges -> ranges.count(1000),
                        2,
                        "select count(*) from (select 1 from (" + ONE + " union all " + ONE
                                + ") every_range limit ?) capped",
                        "a",
                        1,
                        20,
                        "b",
                        2,
                        20,
                        1000));
    }

    private static Arguments built(Function<KeysetUnion, Part> part, int ranges, String sql, Object... params) {
        return Arguments.of(part, ranges, sql.startsWith("(") ? "(" + sql + ")" : sql, List.of(params));
    }

    @ParameterizedTest
    @MethodSource("built")
    void eachRangeHasItsOwnOrderAndLimit(
            Function<KeysetUnion, Part> part, int ranges, String sql, List<Object> params) {
        var union = new KeysetUnion();
        for (int i = 0; i < ranges; i++) {
            union.add(LEADS, List.of(i == 0 ? "a" : "b", i + 1), "queue, at", 20);
        }
        assertThat(part.apply(union)).isEqualTo(new Part(sql, params));
    }

    @Test
    void aCountedRangeHasNoOrder() {
        var union = new KeysetUnion();
        union.add("select 1 from lead_of where queue = ?", List.of("a"), 1000);
        assertThat(union.all())
                .isEqualTo(new Part("((select 1 from lead_of where queue = ? limit ?))", List.of("a", 1000)));
    }

    @Test
    void aPageDoesNotChangeItsRanges() {
        var union = new KeysetUnion();
        union.add(LEADS, List.of("a", 1), "queue, at", 20);
        assertThat(union.page("at", 30)).isEqualTo(union.page("at", 30));
    }

    @Test
    void isEmptyUntilThereIsARange() {
        var union = new KeysetUnion();
        assertThat(union.isEmpty()).isTrue();
        union.add(LEADS, List.of("a", 1), "queue, at", 20);
        assertThat(union.isEmpty()).isFalse();
    }
}
