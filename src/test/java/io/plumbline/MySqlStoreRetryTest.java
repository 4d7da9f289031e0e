package io.plumbline;

import io.plumbline.support.OnMySql;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "plumbline.mysql", matches = "false")
class MySqlStoreRetryTest extends StoreRetryTest implements OnMySql {}
