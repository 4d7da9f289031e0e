package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabeledTest {
    private enum Status implements Labeled {
        DRAFT,
        ENTERED_IN_ERROR
    }

    @Test
    void theWordOnScreenIsTheNameOfTheConstant() {
        assertThat(Status.DRAFT.label()).isEqualTo("Draft");
        assertThat(Status.ENTERED_IN_ERROR.label()).isEqualTo("Entered in error");
    }
}
