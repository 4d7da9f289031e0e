package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 11 of the public reports: link spam is proposed as spam, and a person who writes a link is not. */
class SpamSignsTest {
    @Test
    void aLinkInTheNameOrManyLinksLookLikeSpam() {
        assertThat(SpamSigns.of("Легкий доход http://example.org/x", "")).contains("a link in the name");
        assertThat(SpamSigns.of("P. Roe", "https://example.org/a ".repeat(20))).contains("20 links");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        Ada Roe,                 My back hurts since Monday
        St. John Roe Jr.,        Found you at www.example.org and https://example.org/backs
        Легкий,                  Болит спина
        J. O'Neil,               'T.L.I.F. in 2019, see example.com/scan'
        """)
    void whatPeopleWriteDoesNot(String name, String concern) {
        assertThat(SpamSigns.of(name, concern)).isEmpty();
    }
}
