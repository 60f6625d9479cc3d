package skein.checker.models;

import com.google.common.collect.ImmutableList;
import skein.spec.model.ActionInfo;
import skein.spec.model.Actor;
import skein.spec.model.FaultInfo;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.Place;
import skein.spec.model.PropertyInfo;
import skein.spec.model.PropertyKind;
import skein.spec.model.VariableInfo;

/** A model whose names are given as lists; subclasses add the behaviour. */
public abstract class ListedModel implements Model {
  private final String name;
  private final ImmutableList.Builder<Actor> actors = ImmutableList.builder();
  private final ImmutableList.Builder<ActionInfo> actions = ImmutableList.builder();
  private final ImmutableList.Builder<FaultInfo> faults = ImmutableList.builder();
  private final ImmutableList.Builder<PropertyInfo> properties = ImmutableList.builder();
  private final ImmutableList.Builder<VariableInfo> variables = ImmutableList.builder();
  private int actorCount;
  private int actionCount;
  private int faultCount;
  private int propertyCount;
  private int variableCount;

  protected ListedModel(String name) {
    this.name = name;
  }

  protected final int actor(String actorName, String process) {
    actors.add(new Actor(actorCount, actorName, process, false));
    return actorCount++;
  }

  protected final int action(String actionName, int actor, int code) {
    actions.add(new ActionInfo(actionCount, actionName, actor, code, false));
    return actionCount++;
  }

  protected final int spontaneous(String actionName, int code) {
    int actor = actor(actionName, actionName);
    actions.add(new ActionInfo(actionCount, actionName, actor, code, true));
    return actionCount++;
  }

  protected final int fault(FaultKind kind, String message) {
    faults.add(new FaultInfo(faultCount, kind, "", message, Place.UNKNOWN, ""));
    return faultCount++;
  }

  protected final int property(PropertyKind kind, String propertyName) {
    properties.add(new PropertyInfo(propertyCount, kind, propertyName, Place.UNKNOWN));
    return propertyCount++;
  }

  protected final int variable(String variableName) {
    variables.add(new VariableInfo(variableCount, variableName, "", variableName, false));
    return variableCount++;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public ImmutableList<ActionInfo> actions() {
    return actions.build();
  }

  @Override
  public ImmutableList<Actor> actors() {
    return actors.build();
  }

  @Override
  public ImmutableList<FaultInfo> faults() {
    return faults.build();
  }

  @Override
  public ImmutableList<PropertyInfo> properties() {
    return properties.build();
  }

  @Override
  public ImmutableList<VariableInfo> variables() {
    return variables.build();
  }
}
