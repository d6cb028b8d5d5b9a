import Conversations
import TaskDialogues

/// Every kind of conversation.
enum ConversationCatalog {
  static let all: [any ConversationFamily] = [
    BookingDialogue(RestaurantDomain()),
    BookingDialogue(HotelDomain()),
    BookingDialogue(FlightDomain()),
    BookingDialogue(NavigationDomain()),
    SmartHomeDialogue(),
  ]

  static func named(_ name: String) -> (any ConversationFamily)? { all.first { $0.name == name } }
}
