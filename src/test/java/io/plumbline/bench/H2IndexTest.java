package io.plumbline.bench;

class H2IndexTest extends IndexTest {
    @Override
    String schema() {
        return "'public'";
    }
}
