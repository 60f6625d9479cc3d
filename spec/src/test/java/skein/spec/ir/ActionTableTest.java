package skein.spec.ir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import skein.spec.model.ActionInfo;
import skein.spec.model.Actor;

class ActionTableTest {
  private final SystemBuilder system = new SystemBuilder();

  private ActionTable table() {
    Sort reader = system.processes("reader", 2);
    Sort reclaim = system.processes("reclaim", 1);
    Sort numbered = system.numbered("P", 2, 1);
    ProgramBuilder first = ProgramBuilder.process(system, reader, 2, false);
    system.add(first.step("a").end(1).step("b").end(2).build());
    system.add(ProgramBuilder.process(system, reclaim, 1, true).step("c").end(0).build());
    system.add(ProgramBuilder.process(system, numbered, 1, false).step("d").end(1).build());
    system.add(ProgramBuilder.action(system, "end_bio").end().build());
    return new ActionTable(system.build());
  }

  @Test
  void namesActorsInTheOrderOfTasksThenActions() {
    assertThat(table().actors())
        .containsExactly(
            new Actor(0, "reader.0", "reader", false),
            new Actor(1, "reader.1", "reader", false),
            new Actor(2, "reclaim", "reclaim", true),
            new Actor(3, "P.1", "P", false),
            new Actor(4, "P.2", "P", false),
            new Actor(5, "end_bio", "end_bio", false));
  }

  @Test
  void numbersActionsByProgramThenInstanceThenStep() {
    assertThat(table().actions())
        .containsExactly(
            new ActionInfo(0, "a", 0, 0, false),
            new ActionInfo(1, "b", 0, 1, false),
            new ActionInfo(2, "a", 1, 0, false),
            new ActionInfo(3, "b", 1, 1, false),
            new ActionInfo(4, "c", 2, 2, false),
            new ActionInfo(5, "d", 3, 3, false),
            new ActionInfo(6, "d", 4, 3, false),
            new ActionInfo(7, "end_bio", 5, 4, true));
  }

  @Test
  void findsWhatAnActionIs() {
    ActionTable table = table();
    assertThat(table.entry(3)).isEqualTo(new ActionTable.Entry(0, 1, 1));
    assertThat(table.firstAction(2)).isEqualTo(5);
    assertThat(table.entry(7)).isEqualTo(new ActionTable.Entry(3, 0, 0));
  }
}
